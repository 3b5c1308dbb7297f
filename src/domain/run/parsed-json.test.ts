import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsedJson } from './parsed-json.ts'

it('gives every JSON value back, whatever brackets its texts hold', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'[]{}"\\,:a') })
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(texts), (value, strings) => {
      const json = JSON.stringify([value, strings, '['.repeat(200)])
      expect(parsedJson(json)).toEqual(JSON.parse(json))
    }),
  )
})

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a hundred and one deep', '['.repeat(101) + ']'.repeat(101)],
  ['objects in lists in objects', '{"a":['.repeat(60)],
])('is undefined of %s', (_, json) => {
  expect(parsedJson(json)).toBeUndefined()
})
