import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parameterCount } from '../network/network.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { isKept, keptEpochs, MOST_BYTES } from './kept-epochs.ts'

const keptOf = (latest: number, most: number) =>
  Array.from({ length: latest }, (_, i) => i + 1).filter((epoch) =>
    isKept(epoch, latest, { most, withOptimizer: false }),
  )

it('all epochs of a short run are kept, then every second, every fourth', () => {
  expect(keptOf(5, 5)).toEqual([1, 2, 3, 4, 5])
  expect(keptOf(6, 5)).toEqual([2, 4, 6])
  expect(keptOf(11, 5)).toEqual([4, 8])
  expect(keptOf(9, 0)).toEqual([])
})

it('never more than fit, never fewer than half, and what is kept now was kept when it came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 2, max: 60 }), (latest, most) => {
      const kept = keptOf(latest, most)
      expect(kept.length).toBeLessThanOrEqual(most)
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(latest, Math.floor(most / 2)))
      for (const epoch of kept) expect(isKept(epoch, epoch, { most, withOptimizer: false })).toBe(true)
    }),
  )
})

it('a run keeps at most 50 MB, its best epoch included: with the optimizer where that costs no epochs, nothing of a giant', () => {
  const bytes = (layers: readonly number[], optimizer: 'adam' | 'sgd' = 'adam') => {
    const experiment = expectExperiment({
      data: { set: 'digits' },
      model: { layers: layers.map((units) => ({ units })) },
      optimizer: { kind: optimizer },
    })
    const { most, withOptimizer } = keptEpochs(experiment)
    const slots = optimizer === 'adam' && withOptimizer ? 2 : 0
    return { most, withOptimizer, bytes: 4 * parameterCount(experiment) * (1 + slots) * (most + 1) }
  }
  const all = [bytes([8]), bytes([16]), bytes([500, 500]), bytes([500, 500], 'sgd'), bytes([2000, 2000])]
  for (const each of all) if (each.most > 0) expect(each.bytes).toBeLessThanOrEqual(MOST_BYTES)
  expect(all.map(({ most, withOptimizer }) => [most, withOptimizer])).toEqual([
    [500, true],
    [500, false],
    [18, false],
    [18, true],
    [1, false],
  ])
  expect(bytes([4000, 4000]).most).toBe(0)
})
