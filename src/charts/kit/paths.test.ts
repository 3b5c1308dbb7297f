import { expect, test } from 'vitest'
import { bandPath, dotsPath, linePath } from './paths.ts'

test('a missing value interrupts the line', () => {
  const line = [{ x: 0, y: 1 }, { x: 10, y: 2.04 }, null, { x: 20, y: 3 }]
  expect(linePath(line)).toBe('M0 1L10 2M20 3')
  expect(linePath([])).toBe('')
})

test('a band goes along one line and back along the other, closed at every gap', () => {
  const span = (x: number) => ({ x, from: 0, to: 5 })
  expect(bandPath([span(0), span(1), null, span(3), span(4)])).toBe('M0 0L1 0L1 5L0 5ZM3 0L4 0L4 5L3 5Z')
  expect(bandPath([null, span(1), null])).toBe('')
})

test('every point has a circle, and what is no number has none', () => {
  const points = [
    { x: 5, y: 7 },
    { x: Number.NaN, y: 1 },
    { x: 1, y: Number.POSITIVE_INFINITY },
  ]
  expect(dotsPath(points, 2)).toBe('M3 7a2 2 0 1 0 4 0a2 2 0 1 0 -4 0')
})
