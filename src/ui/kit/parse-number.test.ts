import { expect, test } from 'vitest'
import { parseNumber } from './parse-number.ts'

test.each([
  ['1e-3', 0.001],
  ['1e−3', 0.001],
  ['0.001', 0.001],
  ['0,001', 0.001],
  [' .5 ', 0.5],
  ['4\u202f417', 4417],
  ['０．２', 0.2],
  ['0。2', 0.2],
  ['-2', -2],
])('reads %s', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

test.each(['', ' ', 'abc', '1e', '1.2.3', '1,000.5', '0x10', 'Infinity', '1e999', '--1', '3 apples'])(
  'refuses %j',
  (text) => {
    expect(parseNumber(text)).toBeNull()
  },
)
