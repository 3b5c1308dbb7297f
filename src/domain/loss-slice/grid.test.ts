import { expect, it } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import {
  extentAround,
  placeOfIndex,
  placesAtOnce,
  roundOf,
  SLICE_SIZE,
  SLICE_STEPS,
  sliceSamples,
} from './grid.ts'

it('all rounds together have each place once', () => {
  const all = SLICE_STEPS.flatMap((step) => roundOf(step))
  expect(all).toHaveLength(SLICE_SIZE ** 2)
  expect(new Set(all).size).toBe(SLICE_SIZE ** 2)
  expect(roundOf(8)).toHaveLength(25)
})

it('the corners of the grid are those of its extent, the first at the top left', () => {
  const extent = [
    [-1, 3],
    [10, 20],
  ] as const
  expect(placeOfIndex(0, extent)).toEqual([-1, 20])
  expect(placeOfIndex(SLICE_SIZE ** 2 - 1, extent)).toEqual([3, 10])
  expect(placeOfIndex((SLICE_SIZE ** 2 - 1) / 2, extent)).toEqual([1, 15])
})

it('the extent is a square with room around the places', () => {
  expect(
    extentAround([
      [0, 0],
      [4, 1],
    ]),
  ).toEqual([
    [-1, 5],
    [-2.5, 3.5],
  ])
  expect(extentAround([[0, 0]])).toEqual([
    [-1, 1],
    [-1, 1],
  ])
})

it('a large network is looked at with fewer samples, and at fewer places at a time', () => {
  const small = expectExperiment({ data: { set: 'moons', train: 100 } })
  expect(sliceSamples(small)).toBe(100)
  const large = expectExperiment({
    data: { set: 'digits', train: 4000 },
    model: { layers: [{ units: 512 }, { units: 512 }] },
  })
  expect(sliceSamples(large)).toBeLessThan(1000)
  expect(placesAtOnce(large)).toBeLessThan(placesAtOnce(small))
})
