import { expect, test } from 'vitest'
import { parseNumber } from './parse-number.ts'

const real = { low: 0, high: 100_000, whole: false }
const count = { low: 1, high: 50_000, whole: true }

test.each([
  ['1e-3', 0.001],
  ['1e−3', 0.001],
  ['0.001', 0.001],
  ['0,001', 0.001],
  [' .5 ', 0.5],
  ['4\u202f417', 4417],
  ['０．２', 0.2],
  ['0。2', 0.2],
  ['1,000.5', 1000.5],
  ['1.500', 1.5],
  ['20%', 0.2],
])('a field for real numbers reads %s', (text, value) => {
  expect(parseNumber(text, real)).toEqual({ ok: true, value })
})

test.each([
  ['1,000', 1000],
  ['10,000', 10_000],
  ['1，000', 1000],
  ['1 000', 1000],
  ['１２', 12],
  ['1e3', 1000],
  ['2.0', 2],
])('a field for whole numbers reads %s', (text, value) => {
  expect(parseNumber(text, count)).toEqual({ ok: true, value })
})

test.each([
  ['1,500', real, { kind: 'ambiguous', readings: [1500, 1.5] }],
  ['1.500', count, { kind: 'ambiguous', readings: [1500, 1.5] }],
  ['1.5', count, { kind: 'whole' }],
  ['1,5', count, { kind: 'whole' }],
  ['100,000', count, { kind: 'range', low: 1, high: 50_000 }],
  ['−2', real, { kind: 'range', low: 0, high: 100_000 }],
  ...['', ' ', 'abc', '1e', '1.2.3', '0x10', 'Infinity', '1e999', '--1', '3 apples', '1 2', '$5'].map(
    (text) => [text, real, { kind: 'none' }] as const,
  ),
] as const)('refuses %j for what it is', (text, limits, refusal) => {
  expect(parseNumber(text, limits)).toEqual({ ok: false, refusal })
})
