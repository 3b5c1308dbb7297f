import { describe, expect, it } from 'vitest'
import { stream } from '../random.ts'
import { median, medianOf, runningMedian } from './median.ts'

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle; gaps do not count', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([Number.NaN, 5, Number.NaN])).toBe(5)
    expect(median([])).toBeNaN()
    expect(median([Infinity, 1, Infinity])).toBe(Infinity)
    expect(median([-Infinity, Infinity, 1, Infinity])).toBe(Infinity)
  })

  it('equals that of the sorted values, whatever their order and however many are equal', () => {
    const random = stream(1, 'median')
    for (let n = 1; n < 200; n++) {
      const kinds = 1 + random.below(n)
      const values = Array.from({ length: n }, () => random.below(kinds) - kinds / 2)
      const before = [...values]
      expect(median(values)).toBe(medianOf(before.toSorted((a, b) => a - b)))
      expect(values).toEqual(before)
    }
  })
})

it('a running median looks as far as there are neighbours, and over gaps', () => {
  expect([...runningMedian([5, 1, 9, 2, 8], 1)]).toEqual([3, 5, 2, 8, 5])
  expect([...runningMedian([5, 1, 9, 2, 8], 2)]).toEqual([5, 3.5, 5, 5, 8])
  expect([...runningMedian([1, Number.NaN, 4], 1)]).toEqual([1, 2.5, 4])
  expect([...runningMedian([Number.NaN], 2)]).toEqual([Number.NaN])
})
