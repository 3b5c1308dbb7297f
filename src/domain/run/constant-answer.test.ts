import { describe, expect, it } from 'vitest'
import golden from '../../engine/golden/gradients.json'
import { constantScore } from './constant-answer.ts'

/** `counts[k]` samples of class k. */
const classes = (...counts: number[]) =>
  Float32Array.from(counts.flatMap((count, k) => Array<number>(count).fill(k)))

describe('the best answer that looks at no input', () => {
  it('is wrong by the entropy of the classes: the golden ln K of equal ones, less of unequal ones', () => {
    const entropy = (...counts: number[]) => {
      const outputs = counts.length === 2 ? 1 : counts.length
      const targets = classes(...counts)
      return constantScore(targets, targets, { classes: counts.length, outputs, loss: 'cross-entropy' })
    }
    const chance = golden['loss at chance']
    expect(entropy(5, 5).loss).toBeCloseTo(chance.ln2, 12)
    expect(entropy(...Array<number>(10).fill(3)).loss).toBeCloseTo(chance.ln10, 12)
    // 95 : 5 by hand: 0.95 ln(1/0.95) + 0.05 ln(1/0.05).
    expect(entropy(95, 5)).toMatchObject({ loss: expect.closeTo(0.198515, 6), accuracy: 0.95 })
    // The 212 malignant and 357 benign samples of the Wisconsin set (UCI).
    expect(entropy(212, 357).loss).toBeCloseTo(0.66, 3)
  })

  it('squared: Σ p(1 − p) ÷ K over the outputs of a softmax, p(1 − p) of one sigmoid', () => {
    const ten = classes(...Array<number>(10).fill(2))
    expect(constantScore(ten, ten, { classes: 10, outputs: 10, loss: 'mse' }).loss).toBeCloseTo(
      golden['loss at chance']['mse one-hot K=10 uniform softmax (Keras mean over K)'],
      12,
    )
    const rare = classes(95, 5)
    expect(constantScore(rare, rare, { classes: 2, outputs: 1, loss: 'mse' }).loss).toBeCloseTo(0.0475, 12)
    const three = classes(7, 2, 1)
    expect(constantScore(three, three, { classes: 3, outputs: 3, loss: 'mse' }).loss).toBeCloseTo(
      (0.7 * 0.3 + 0.2 * 0.8 + 0.1 * 0.9) / 3,
      12,
    )
  })

  it('is learned on one part and judged on another', () => {
    const [train, judged] = [classes(3, 1), classes(1, 1)]
    const binary = { classes: 2, outputs: 1 } as const
    expect(constantScore(train, judged, { ...binary, loss: 'cross-entropy' })).toEqual({
      loss: expect.closeTo(-(Math.log(0.75) + Math.log(0.25)) / 2, 12),
      accuracy: 0.5,
    })
    expect(constantScore(train, judged, { ...binary, loss: 'mse' }).loss).toBeCloseTo(
      (0.25 ** 2 + 0.75 ** 2) / 2,
      12,
    )
    const unseen = constantScore(classes(3), judged, { ...binary, loss: 'cross-entropy' })
    expect(unseen.loss).toBe(Number.POSITIVE_INFINITY)
  })

  it('numbers: the training mean, and no R² where a single one is judged', () => {
    const numbers = { classes: 0, outputs: 1, loss: 'mse' } as const
    // Mean 2; around it 1 and 9, whose own variance is 1.
    expect(constantScore([1, 3], [3, 5], numbers)).toEqual({ loss: 5, r2: -4 })
    expect(constantScore([1, 3], [3], numbers)).toEqual({ loss: 1, r2: Number.NaN })
  })
})
