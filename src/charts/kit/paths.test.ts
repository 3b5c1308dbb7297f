import { expect, test } from 'vitest'
import { barsOf } from './paths.testing.ts'
import { bandPath, barsPath, dotsPath, linePath } from './paths.ts'

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

test('bars stand on their base, and a bin that counts nothing has none', () => {
  const bars = [
    { left: 0, width: 4, height: 10 },
    { left: 5, width: 4, height: 0 },
    { left: 10, width: 4, height: 2.52 },
  ]
  expect(barsPath(bars, 20)).toBe('M0 20v-10h4v10ZM10 20v-2.5h4v2.5Z')
  expect(barsOf(barsPath(bars, 20))).toEqual([
    { left: 0, height: 10 },
    { left: 10, height: 2.5 },
  ])
})
