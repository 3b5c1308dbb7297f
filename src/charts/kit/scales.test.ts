import { expect, test } from 'vitest'
import { scaleLinear, scaleLog } from './scales.ts'

test('a linear scale puts values in proportion, beyond its ends too', () => {
  const scale = scaleLinear().domain([0, 200]).range([40, 140])
  expect([0, 50, 200, 300, -100].map(scale)).toEqual([40, 65, 140, 190, -10])
  expect([40, 65, 190].map(scale.invert)).toEqual([0, 50, 300])
})

test('a logarithmic scale gives every power of ten the same room, upwards on the page', () => {
  const scale = scaleLog().domain([0.001, 10]).range([400, 0])
  ;[400, 300, 200, 100, 0].forEach((place, i) => {
    expect(scale(10 ** (i - 3))).toBeCloseTo(place, 9)
  })
  expect(scale.invert(200)).toBeCloseTo(0.1, 12)
})

test('what is no number has no place, and a logarithm of none is none', () => {
  expect(scaleLinear()(Number.NaN)).toBeUndefined()
  expect([scaleLog()(-1), scaleLog()(0)]).toEqual([Number.NaN, Number.NaN])
})

test('a copy goes its own way', () => {
  const scale = scaleLinear().domain([0, 1]).range([0, 10])
  const copy = scale.copy().range([0, 100])
  expect([scale(0.5), copy(0.5)]).toEqual([5, 50])
  expect([scale.domain(), copy.range()]).toEqual([
    [0, 1],
    [0, 100],
  ])
})

test('a domain without extent lies in the middle', () => {
  expect(scaleLinear().domain([3, 3]).range([0, 10])(3)).toBe(5)
})
