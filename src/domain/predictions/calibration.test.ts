import { expect, it } from 'vitest'
import { calibration } from './calibration.ts'
import { classified } from './confusion.ts'

it('ten bins by confidence, and the error weighted by their samples', () => {
  // Two at 0.75, of which one is right; two at 0.875, both right.
  const all = classified(Float32Array.of(1, 0, 1, 0), Float32Array.of(0.75, 0.75, 0.875, 0.125), 2)
  const { bins, error } = calibration(all)
  expect(bins[7]).toEqual({ from: 0.7, to: 0.8, count: 2, confidence: 0.75, right: 0.5 })
  expect(bins[8]).toMatchObject({ count: 2, confidence: 0.875, right: 1 })
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  expect(error).toBeCloseTo((2 * 0.25 + 2 * 0.125) / 4, 12)
})

it('a whole tenth belongs to the bin that it ends; of no samples there is no error', () => {
  const { bins } = calibration(classified(Float32Array.of(1, 1), Float32Array.of(1, 0.5), 2))
  expect([bins[9]!.count, bins[4]!.count]).toEqual([1, 1])
  expect(calibration([]).error).toBeNaN()
})
