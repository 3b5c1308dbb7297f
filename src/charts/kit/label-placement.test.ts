import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeLabels } from './label-placement.ts'

test('labels with room stay where they want to be', () => {
  expect(placeLabels([10, 50, 90], 16, 0, 100)).toEqual([10, 50, 90])
})

test('two that collide share the way', () => {
  expect(placeLabels([50, 54], 16, 0, 100)).toEqual([44, 60])
})

test('labels given in any order keep their own positions', () => {
  expect(placeLabels([54, 50], 16, 0, 100)).toEqual([60, 44])
})

test('bounds push inwards', () => {
  expect(placeLabels([98, 99, 100], 20, 0, 100)).toEqual([60, 80, 100])
  expect(placeLabels([-5], 20, 0, 100)).toEqual([0])
})

test('too many labels shrink the distance rather than leave the bounds', () => {
  expect(placeLabels([50, 50, 50, 50, 50], 20, 0, 40)).toEqual([0, 10, 20, 30, 40])
})

test('always apart, ordered and inside', () => {
  const wishes = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(wishes, (list) => {
      const places = placeLabels(list, 18, 0, 300)
      const sorted = list.map((wish, i) => ({ wish, place: places[i]! })).sort((a, b) => a.place - b.place)
      sorted.forEach(({ wish, place }, i) => {
        expect(place).toBeGreaterThanOrEqual(-1e-6)
        expect(place).toBeLessThanOrEqual(300 + 1e-6)
        const next = sorted[i + 1]
        if (next === undefined) return
        expect(next.place - place).toBeGreaterThanOrEqual(18 - 1e-6)
        expect(next.wish).toBeGreaterThanOrEqual(wish)
      })
    }),
  )
})
