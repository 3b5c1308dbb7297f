import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withEqualParts } from './with-equal-parts.ts'

it('equals what it was given, whatever was there before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (next, before) => {
      expect(withEqualParts(next, before)).toEqual(next)
    }),
  )
})

it('what is equal is the object that it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (before) => {
      expect(withEqualParts(structuredClone(before), before)).toBe(before)
    }),
  )
})

it('one changed setting makes new only what it is in', () => {
  const before = { data: { set: 'moons', features: ['x'] }, model: { layers: [{ units: 8 }, { units: 4 }] } }
  const next = structuredClone(before)
  next.model.layers[1]!.units = 5
  const kept = withEqualParts(next, before)
  expect(kept).toEqual(next)
  expect(kept.data).toBe(before.data)
  expect(kept.model.layers[0]).toBe(before.model.layers[0])
  expect(kept.model.layers).not.toBe(before.model.layers)
})

it('a key that is missing is not the same as one that is undefined', () => {
  expect('a' in withEqualParts<object>({}, { a: undefined })).toBe(false)
  expect('a' in withEqualParts<object>({ a: undefined }, {})).toBe(true)
  expect('a' in withEqualParts<object>({ a: undefined, b: 1 }, { c: undefined, b: 1 })).toBe(true)
})

it('an object of a class is one thing', () => {
  const next = { day: new Date(0) }
  expect(withEqualParts(next, { day: new Date(1) }).day).toBe(next.day)
})
