import { expect, test } from 'vitest'
import { row } from '../curves/fixture.ts'
import { usualStart } from './usual-start.ts'

const begun = (start: number, ...losses: number[]) => ({
  rows: losses.map((loss, i) => row(i + 1, loss, loss)),
  start: row(0, start, start),
})
const unknown = (...losses: number[]) => ({ rows: begun(0, ...losses).rows })

test('runs begin at what was measured before the first update, whatever comes then', () => {
  expect(usualStart([begun(0.7, 0.6, 0.1), begun(0.8, 1e17, 1e22)])).toBe(0.8)
  expect(usualStart([begun(5000, 900), begun(0.7, 0.6)])).toBe(5000)
  expect(usualStart([begun(0.7)])).toBe(0.7)
})

test('where that was not measured, at the first epoch, unless that is far above where others begin or the levels', () => {
  expect(usualStart([unknown(0.6, 0.1), unknown(2.5, 0.1)])).toBe(2.5)
  expect(usualStart([unknown(0.6, 0.1), unknown(1e17, 0.1)])).toBe(0.6)
  expect(usualStart([unknown(1e17, 0.1)], [0.69])).toBe(1e17)
  expect(usualStart([unknown(1e17, 0.1), unknown(40, 0.1)], [1e-6, 0.69])).toBe(40)
})

test('runs without an epoch, and losses that are no numbers, tell nothing', () => {
  expect(usualStart([])).toBeNull()
  expect(usualStart([unknown(), unknown(Number.NaN), begun(0)])).toBeNull()
})
