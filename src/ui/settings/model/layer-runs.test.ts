import fc from 'fast-check'
import { expect, it } from 'vitest'
import { regrouped, runsOfLayers } from './layer-runs.ts'

const layers = (count: number, units: number) => Array.from({ length: count }, () => ({ units }))

it('shows each layer of a shallow network by itself', () => {
  expect(runsOfLayers(layers(3, 8)).map(({ from, count }) => [from, count])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ])
})

it('takes equal neighbours of a deep network together', () => {
  const deep = [...layers(2, 64), ...layers(40, 32), { units: 32, dropout: 0.5 }]
  expect(runsOfLayers(deep)).toEqual([
    { layer: { units: 64 }, from: 0, count: 2 },
    { layer: { units: 32 }, from: 2, count: 40 },
    { layer: { units: 32, dropout: 0.5 }, from: 42, count: 1 },
  ])
})

it('loses no layer and no order', () => {
  const some = fc.array(fc.record({ units: fc.constantFrom(8, 16) }), { maxLength: 64 })
  fc.assert(
    fc.property(some, (all) => {
      expect(regrouped(runsOfLayers(all))).toEqual(all)
    }),
  )
})
