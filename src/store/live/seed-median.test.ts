import { describe, expect, it } from 'vitest'
import type { EpochRow } from '../../domain/run/run.ts'
import { medianRows, seedRange } from './seed-median.ts'

describe('five seeds', () => {
  const row = (epoch: number, loss: number): EpochRow => ({
    epoch,
    train: { loss, accuracy: 1 - loss },
    validation: { loss: 2 * loss, accuracy: 1 - loss },
    penalty: 0,
    learningRate: 0.1,
    gradients: [loss, 3 * loss],
    seconds: 1,
  })
  const runs = [0.1, 0.5, 0.2, 0.4, 0.3].map((loss, i) =>
    Array.from({ length: i < 2 ? 2 : 4 }, (_, epoch) => row(epoch + 1, loss)),
  )

  it('the median of each epoch, as long as most of them go on', () => {
    const median = medianRows(runs)
    expect(median.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4])
    expect(median.map(({ validation }) => validation.loss)).toEqual([0.6, 0.6, 0.6, 0.6])
    expect(median[0]!.gradients[1]).toBeCloseTo(0.9)
    expect(medianRows(runs.map((rows, i) => (i < 3 ? rows.slice(0, 2) : rows)))).toHaveLength(2)
  })

  it('all that is measured of an epoch has a median', () => {
    const measured = (value: number): Required<EpochRow> => ({
      ...row(1, value),
      validationError: value,
      updates: [value],
      inactive: [value, 0],
      fitLoss: value,
    })
    const [median] = medianRows([0.1, 0.3, 0.2].map((value) => [measured(value)]))
    expect(median).toEqual({ ...measured(0.2), epoch: 1 })
  })

  it('the lowest and the highest of each', () => {
    const { rows, bestLoss } = seedRange(runs, [0.4, 0.2, 0.3], [1, 2, 3])
    expect([rows[0]!.low.train.loss, rows[0]!.high.train.loss]).toEqual([0.1, 0.5])
    expect([rows[3]!.low.train.loss, rows[3]!.high.train.loss]).toEqual([0.2, 0.4])
    expect(bestLoss).toEqual([0.2, 0.4])
  })
})
