import { describe, expect, it, test } from 'vitest'
import { numberReadings, typedNumber } from './number-text.ts'

describe('a written number has the readings that its marks allow', () => {
  it.each<[string, number, number]>([
    ['12', 12, 12],
    ['-7', -7, -7],
    ['1.5', 1.5, Number.NaN],
    ['1,5', Number.NaN, 1.5],
    ['1.234,56', Number.NaN, 1234.56],
    ['1,234.56', 1234.56, Number.NaN],
    ['1,234', 1234, 1.234],
    ['1.234', 1.234, 1234],
    ['0,234', Number.NaN, 0.234],
    ['0.234', 0.234, Number.NaN],
    ['1,234,567', 1234567, Number.NaN],
    ['1.234.567', Number.NaN, 1234567],
    ['12,34,567', 1234567, Number.NaN],
    ['1 234,5', Number.NaN, 1234.5],
    ['1\u202f234,5', Number.NaN, 1234.5],
    ['1\u00a0234\u00a0567', 1234567, 1234567],
    ["1'234.50", 1234.5, Number.NaN],
    ['1’234', 1234, 1234],
    ['5,58E+12', Number.NaN, 5.58e12],
    ['1e−3', 0.001, 0.001],
    ['40%', 0.4, 0.4],
    ['12,5 %', Number.NaN, 0.125],
    ['7%', 0.07, 0.07],
    ['$1.50', 1.5, Number.NaN],
    ['-$1.50', -1.5, Number.NaN],
    ['$-1.50', -1.5, Number.NaN],
    ['1,50 €', Number.NaN, 1.5],
    ['£1,234.50', 1234.5, Number.NaN],
    ['¥３００', 300, 300],
    ['1.50 EUR', 1.5, Number.NaN],
    ['(1,234.50)', -1234.5, Number.NaN],
    ['$(1,234.50)', -1234.5, Number.NaN],
    ['($1,234.50)', -1234.5, Number.NaN],
    ['٣٬٤٠٠٫٢٥', 3400.25, Number.NaN],
    ['۱۲', 12, 12],
    ['१२.५', 12.5, Number.NaN],
    ['1.5D+03', 1500, Number.NaN],
    ['2×10^-2', 0.02, 0.02],
    ['１５０', 150, 150],
    ['１．５', 1.5, Number.NaN],
    ['−5', -5, -5],
    ['–5', -5, -5],
    ['－５', -5, -5],
    ['＋5', 5, 5],
    [' 3 ', 3, 3],
    ['.5', 0.5, Number.NaN],
    ['5.', 5, Number.NaN],
  ])('%s', (text, point, comma) => {
    expect(numberReadings(text)).toMatchObject({ point, comma })
  })

  it.each([
    ...['', ' ', 'abc', '1e', '1.2.3', '1,23,4', '12 34', '0x10', 'Infinity', '1e999', '--1', '1-2'],
    ...[
      '3 apples',
      '2021-03-01',
      '12:30',
      '$',
      '%',
      '1,234,56',
      '1 234 56',
      '(5',
      '5-',
      '1.2,3.4',
      "'5",
      '５ ６',
    ],
  ])('%j is no number', (text) => {
    expect(numberReadings(text)).toMatchObject({ point: Number.NaN, comma: Number.NaN })
  })
})

test.each<[string, boolean, ReturnType<typeof typedNumber>]>([
  ['1,000', true, { kind: 'number', value: 1000 }],
  ['10,000', true, { kind: 'number', value: 10_000 }],
  ['10，000', true, { kind: 'number', value: 10_000 }],
  ['1.000', true, { kind: 'ambiguous', readings: [1000, 1] }],
  ['1,000', false, { kind: 'ambiguous', readings: [1000, 1] }],
  ['1.000', false, { kind: 'number', value: 1 }],
  ['0,001', false, { kind: 'number', value: 0.001 }],
  ['0.001', false, { kind: 'number', value: 0.001 }],
  ['1.5', true, { kind: 'number', value: 1.5 }],
  ['1,000.5', false, { kind: 'number', value: 1000.5 }],
  ['4\u202f417', true, { kind: 'number', value: 4417 }],
  ['1 2', true, { kind: 'none' }],
  ['20%', false, { kind: 'number', value: 0.2 }],
  ['$5', false, { kind: 'none' }],
])('typed %j, whole: %j', (text, whole, expected) => {
  expect(typedNumber(text, whole)).toEqual(expected)
})
