import { expect, test } from 'vitest'
import { covered, crosses, freePlace } from './free-place.ts'

const box = (left: number, top: number) => ({ left, right: left + 20, top, bottom: top + 10 })
const bounds = { left: 0, right: 100, top: 0, bottom: 100 }
const level = (y: number) => [
  { x: 0, y },
  { x: 100, y },
]

test('a long segment crosses a box between its ends', () => {
  expect(crosses(box(40, 45), level(50))).toBe(true)
  expect(crosses(box(40, 60), level(50))).toBe(false)
  expect(crosses(box(40, 45), [])).toBe(false)
})

test('words go to the first place that covers no curve', () => {
  expect(freePlace([box(40, 45), box(40, 60)], [level(50)], bounds)).toEqual(box(40, 60))
})

test('and never off the plot while a place on it is left', () => {
  expect(freePlace([box(-5, 60), box(40, 45)], [level(50)], bounds)).toEqual(box(40, 45))
  expect(freePlace([box(-5, 60)], [], bounds)).toEqual(box(-5, 60))
})

test('a steep segment crosses a box although none of its points is near it', () => {
  const steep = [
    { x: 48, y: 0 },
    { x: 49, y: 100 },
  ]
  const upright = [
    { x: 50, y: 100 },
    { x: 50, y: 0 },
  ]
  for (const line of [steep, upright]) {
    expect(crosses(box(40, 45), line)).toBe(true)
    expect(crosses(box(60, 45), line)).toBe(false)
  }
  expect(covered(box(40, 45), upright)).toBeCloseTo(14, 5)
})

test('where every place covers something, words cover as little as possible', () => {
  const lines = [
    level(50),
    [
      { x: 75, y: 0 },
      { x: 75, y: 100 },
    ],
  ]
  expect(freePlace([box(40, 45), box(60, 70), box(70, 45)], lines, bounds)).toEqual(box(60, 70))
  expect(freePlace([box(40, 45), box(70, 45)], lines, bounds)).toEqual(box(40, 45))
})
