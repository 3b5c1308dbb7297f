import { expect, test } from 'vitest'
import { bandPath, linePath } from './paths.ts'

test('a missing value interrupts the line', () => {
  const line = [{ x: 0, y: 1 }, { x: 10, y: 2.04 }, null, { x: 20, y: 3 }]
  expect(linePath(line)).toBe('M0 1L10 2M20 3')
  expect(linePath([])).toBe('')
})

test('a band goes along one line and back along the other, closed at every gap', () => {
  const span = (x: number) => ({ x, from: 0, to: 5 })
  expect(bandPath([span(0), span(1), null, span(3), span(4)])).toBe('M0 0L1 0L1 5L0 5ZM3 0L4 0L4 5L3 5Z')
  expect(bandPath([null, span(1), null])).toBe('')
})
