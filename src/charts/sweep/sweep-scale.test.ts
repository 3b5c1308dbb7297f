import { expect, test } from 'vitest'
import { readableLabels, xKind, xPlaces, yAxis, yPlace } from './sweep-scale.ts'

test('numbers over a decade go by ratio, near ones by difference, names and a zero among ratios by their order', () => {
  expect(xKind([1, 2, 4, 64])).toBe('log')
  expect(xKind([0, 0.2, 0.5, 0.8])).toBe('linear')
  expect(xKind([0, 0.0001, 0.1])).toBe('category')
  expect(xKind([null, null])).toBe('category')
  expect(xPlaces([1, 10, 100], 'log')).toEqual([0, 0.5, 1])
  expect(xPlaces([0, 1, 4], 'linear')).toEqual([0, 0.25, 1])
  expect(xPlaces([7], 'linear')).toEqual([0.5])
})

test('labels that would touch are left out, never the last', () => {
  expect(readableLabels(['100', '110', '400'], [0, 8, 200], 12)).toEqual([true, false, true])
  expect(readableLabels(['80', '390', '400'], [0, 195, 200], 12)).toEqual([true, false, true])
})

const input = { kind: 'loss', log: false, medians: [0.5, 1], ends: [0.4, 1.2], levels: [] } as const

test('a loss begins at 0, and one blown-up seed does not press the medians flat', () => {
  expect(yAxis(input, 5).domain[0]).toBe(0)
  expect(yAxis({ ...input, ends: [0.4, 1e6] }, 5).domain[1]).toBeLessThan(3)
  expect(yAxis({ ...input, medians: [Infinity], ends: [] }, 5).domain).toEqual([0, 1])
})

test('values whose seeds all diverge do not press the others flat, where a level says what is much', () => {
  const diverged = { ...input, medians: [0.5, 0.2, 1e17, 1e18], ends: [0.4, 1e19], levels: [0.69] }
  for (const log of [false, true]) {
    expect(yAxis({ ...diverged, log }, 5).domain[1]).toBeLessThan(3)
    expect(yAxis({ ...diverged, log, medians: [1e17, 1e18] }, 5).domain[1]).toBeGreaterThanOrEqual(1e17)
  }
})

test('an accuracy ends at 1 and does not begin at 0', () => {
  const { domain } = yAxis({ ...input, kind: 'share', medians: [0.9, 0.99], ends: [0.88, 1] }, 4)
  expect(domain[1]).toBe(1)
  expect(domain[0]).toBeGreaterThan(0.8)
})

test('a log axis stands without values and with losses of 0', () => {
  for (const medians of [[], [0, 0]]) {
    const axis = yAxis({ ...input, log: true, medians, ends: [] }, 5)
    for (const tick of axis.ticks) expect(yPlace(tick, axis, true)).toBeGreaterThanOrEqual(0)
  }
})
