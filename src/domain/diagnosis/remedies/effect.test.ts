import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../../parsing/parse.ts'
import type { EpochRow } from '../../run/run.ts'
import { type End, effect, endOf, seedEffects, yardstick } from './effect.ts'

const row = (loss: number, validationError = 0.1): EpochRow => ({
  epoch: 1,
  train: { loss: 0.1, accuracy: 1 },
  validation: { loss, accuracy: 1 - loss / 10 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0,
  validationError,
})
const completed = { kind: 'completed', epoch: 1, best: 1, restored: null } as const
const diverged = { kind: 'diverged', epoch: 1, best: 0, restored: null } as const
const failed = { kind: 'failed', epoch: 1, reason: 'lost', message: '' } as const
const end = (loss: number, error?: number) => endOf(completed, row(loss, error))!
const broken = endOf(diverged, null)!

describe('what a remedy changed', () => {
  it('is below 0 where the validation loss fell, and exactly 0 where nothing changed', () => {
    expect(effect(end(1.5), end(0.5), 'loss')).toBe(-1)
    expect(effect(end(0.5), end(1.5), 'loss')).toBe(1)
    expect(effect(end(0.5), end(0.5), 'loss')).toBe(0)
  })

  it('of a run that diverged in its first epoch: whatever trains is better, another that diverges is not', () => {
    expect(effect(broken, end(9), 'loss')).toBe(-Infinity)
    expect(effect(end(9), broken, 'loss')).toBe(Infinity)
    expect(effect(broken, broken, 'loss')).toBe(0)
  })

  it('is nothing of a run that goes on or failed', () => {
    expect(endOf(null, row(1))).toBeNull()
    expect(endOf(failed, row(1))).toBeNull()
    expect(endOf(completed, null)).toBeNull()
  })
})

describe('the yardstick', () => {
  const crossEntropy = expectExperiment({ data: { set: 'moons' } })
  const squared = expectExperiment({ data: { set: 'moons' }, loss: 'mse' })

  it('is the loss, its standard error where that is the trouble, or what both losses can be judged by', () => {
    expect(yardstick('overfitting', crossEntropy, crossEntropy)).toBe('loss')
    expect(yardstick('noisy-validation', crossEntropy, crossEntropy)).toBe('error')
    expect(yardstick('underfitting', squared, crossEntropy)).toBe('quality')
  })

  it('decides which of two runs is better', () => {
    const [a, b] = [end(0.4, 0.2), end(0.5, 0.1)]
    expect(effect(a, b, 'loss')).toBeGreaterThan(0)
    expect(effect(a, b, 'error')).toBeLessThan(0)
    expect(effect(a, b, 'quality')).toBeCloseTo(0.01, 12)
  })
})

describe('seeds together', () => {
  it('counts where it helped and where not; what has not ended or failed is no seed', () => {
    const pairs: readonly (readonly [End | null | undefined, End | null | undefined])[] = [
      [end(1), end(0.5)],
      [end(2), end(0.7)],
      [end(1.5), end(1.6)],
      [end(1), undefined],
      [null, end(1)],
    ]
    expect(seedEffects(pairs, 'loss')).toEqual({ seeds: 3, better: 2, worse: 1, was: 1.5, is: 0.7 })
  })

  it('a side of which most diverged has no finite median', () => {
    const pairs = [
      [broken, end(0.3)],
      [broken, end(0.4)],
      [end(0.5), end(0.5)],
    ] as const
    expect(seedEffects(pairs, 'loss')).toEqual({ seeds: 3, better: 2, worse: 0, was: Infinity, is: 0.4 })
  })
})
