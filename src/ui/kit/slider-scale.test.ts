import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { POSITIONS, pageOf, type SliderScale, stepBy, toPosition, toValue } from './slider-scale.ts'

const dropout: SliderScale = { kind: 'linear', min: 0, max: 0.8, step: 0.05 }
const rate: SliderScale = { kind: 'log', min: 1e-5, max: 10 }
const l2: SliderScale = { kind: 'log', min: 1e-5, max: 1, zero: true }
const samples: SliderScale = { kind: 'log', min: 20, max: 1500, whole: true, mantissas: [1, 1.5, 2, 3, 5, 8] }
const scales = [dropout, rate, l2, samples]

function walk(scale: SliderScale): number[] {
  const values = [toValue(scale, 0)]
  for (;;) {
    const next = stepBy(scale, values.at(-1)!, 1)
    if (next === values.at(-1)) return values
    values.push(next)
  }
}

describe('slider scale', () => {
  test.each(scales)('every allowed value comes back from its own position: %o', (scale) => {
    const values = walk(scale)
    expect(values.length).toBeGreaterThan(8)
    for (const value of values) expect(toValue(scale, toPosition(scale, value))).toBe(value)
    for (const value of values) expect(toValue(scale, Math.round(toPosition(scale, value)))).toBe(value)
  })

  test.each(scales)('positions and values rise together: %o', (scale) => {
    const position = fc.integer({ min: 0, max: POSITIONS })
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(toValue(scale, low)).toBeLessThanOrEqual(toValue(scale, high))
        const [x, y] = [toPosition(scale, toValue(scale, low)), toPosition(scale, toValue(scale, high))]
        expect(x).toBeLessThanOrEqual(y)
      }),
    )
  })

  test('the ends are the ends', () => {
    expect([toValue(dropout, 0), toValue(dropout, POSITIONS)]).toEqual([0, 0.8])
    expect([toValue(rate, 0), toValue(rate, POSITIONS)]).toEqual([1e-5, 10])
    expect([toPosition(rate, 1e-9), toPosition(rate, 400)]).toEqual([0, POSITIONS])
    expect(toValue(samples, POSITIONS)).toBe(1500)
  })

  test('a log scale with zero has a true 0 that stands apart from its smallest value', () => {
    expect(toValue(l2, 0)).toBe(0)
    expect(toPosition(l2, 0)).toBe(0)
    expect(toPosition(l2, 1e-5)).toBeGreaterThan(20)
    expect(stepBy(l2, 0, 1)).toBe(1e-5)
    expect(stepBy(l2, 1e-5, -1)).toBe(0)
    expect(stepBy(l2, 0, -1)).toBe(0)
    expect(stepBy(l2, 1e-6, -1)).toBe(0)
  })

  test('log values snap to 1, 2, 3, 5 with no float dust', () => {
    expect(walk(rate).filter((value) => value >= 1e-3 && value < 0.1)).toEqual([
      0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.03, 0.05,
    ])
    expect(walk(samples)).toEqual([20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500])
  })

  test('linear values snap to the step with no float dust', () => {
    expect(walk(dropout).slice(0, 8)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35])
    expect(toValue({ kind: 'linear', min: 1, max: 10, step: 4 }, POSITIONS)).toBe(9)
  })

  test('a typed value between two stops goes to its neighbour, and one past the end stays', () => {
    expect([stepBy(rate, 0.004, 1), stepBy(rate, 0.004, -1)]).toEqual([0.005, 0.003])
    expect([stepBy(dropout, 0.22, 1), stepBy(dropout, 0.22, -1)]).toEqual([0.25, 0.2])
    expect([stepBy(rate, 50, 1), stepBy(rate, 50, -1)]).toEqual([50, 10])
    expect(stepBy(rate, 1e-7, 1)).toBe(1e-5)
  })

  test('a page is a decade, or a tenth of the range', () => {
    expect(stepBy(rate, 0.002, pageOf(rate))).toBe(0.02)
    expect(pageOf({ kind: 'linear', min: 0, max: 100, step: 1 })).toBe(10)
  })
})
