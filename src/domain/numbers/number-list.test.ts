import { expect, test } from 'vitest'
import { listItems } from './number-list.ts'

test.each<[string, boolean, readonly string[]]>([
  ['16,32,64,128', true, ['16', '32', '64', '128']],
  ['8,16', true, ['8', '16']],
  ['1 2 4', true, ['1', '2', '4']],
  ['64, 128; 256', true, ['64', '128', '256']],
  ['64，128、256', true, ['64', '128', '256']],
  ['1,000', true, ['1000']],
  ['1，000', true, ['1000']],
  ['300 1,000 10,000', true, ['300', '1000', '10000']],
  ['1\u202f000 2\u00a0000', true, ['1000', '2000']],
  ['0.1,0.2,0.3', false, ['0.1', '0.2', '0.3']],
  ['0,1 0,2 0,5', false, ['0.1', '0.2', '0.5']],
  ['0,001; 0,01', false, ['0.001', '0.01']],
  ['0.10, 1e-3，0 0.1', false, ['0.1', '0.001', '0', '0.1']],
  ['1e−3 20%', false, ['0.001', '0.2']],
  ['off 10', true, ['off', '10']],
])('%s', (text, whole, expected) => {
  expect(listItems(text, whole)).toEqual(expected.map((value) => ({ kind: 'value', text: value })))
})

test.each<[string, boolean]>([
  ['64,128', true],
  ['100,200,300', true],
  ['0,1', false],
  ['1,500', false],
])('%s may be one number or several', (text, whole) => {
  expect(listItems(text, whole)).toEqual([{ kind: 'unclear', text }])
})
