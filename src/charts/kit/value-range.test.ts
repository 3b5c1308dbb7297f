import { describe, expect, test } from 'vitest'
import { chartRun, row } from '../curves/fixture.ts'
import { goesBelow, valueAxis } from './value-range.ts'

const calm = chartRun([row(1, 0.48, 0.51), row(2, 0.2, 0.4)])
const diverged = chartRun([row(1, 1.2, 1.24), row(2, 40, 1e12), row(3, Number.NaN, Number.NaN)])

describe('loss', () => {
  test('a linear axis starts at 0 and ends round', () => {
    expect(valueAxis('loss', 'linear', [calm], [], 6).domain).toEqual([0, 0.6])
  })
  test('a diverged run is followed up to three times its first loss', () => {
    const [low, high] = valueAxis('loss', 'linear', [diverged], [], 6).domain
    expect(low).toBe(0)
    expect(high).toBeGreaterThanOrEqual(3 * 1.24)
    expect(high).toBeLessThan(5)
  })
  test('a loss that rises much, but not beyond bounds, is shown in full', () => {
    const risen = chartRun([row(1, 0.7, 0.7), row(2, 0.1, 6.5)])
    expect(valueAxis('loss', 'linear', [risen, diverged], [], 6).domain[1]).toBeGreaterThanOrEqual(6.5)
  })
  test('a run whose first epoch is already beyond bounds leaves the others readable, on either axis', () => {
    const start = row(0, 0.7, 0.7)
    const wild = chartRun([row(1, 1e17, 1e17), row(2, 1e22, 1e22)], { id: 'b', start })
    const unknown = chartRun(wild.rows, { id: 'c' })
    const level = [{ value: 0.69, label: '' }]
    for (const runs of [[calm, wild], [calm, unknown], [wild], [{ ...calm, start }, unknown]])
      for (const scale of ['linear', 'log'] as const) {
        const [low, high] = valueAxis('loss', scale, runs, level, 6).domain
        expect(high).toBeGreaterThanOrEqual(0.69)
        expect(high).toBeLessThanOrEqual(10)
        expect(low).toBeLessThan(0.69)
      }
  })
  test('a run that only has losses beyond bounds is shown by them', () => {
    const wild = chartRun([row(1, 1e17, 1e17), row(2, 1e22, 1e22)])
    expect(valueAxis('loss', 'linear', [wild], [], 6).domain[1]).toBeGreaterThanOrEqual(1e17)
  })
  test('a log axis is positive and finite whatever the losses', () => {
    const zeros = chartRun([row(1, 0, 0.5), row(2, 0, 1e-30)])
    for (const runs of [[zeros], [diverged], [], [chartRun([row(1, 0, 0)])]]) {
      const { domain, ticks } = valueAxis('loss', 'log', runs, [], 6)
      expect(domain[0]).toBeGreaterThan(0)
      expect(domain[1]).toBeGreaterThan(domain[0])
      expect(Number.isFinite(domain[1])).toBe(true)
      expect(ticks.length).toBeLessThanOrEqual(7)
    }
  })
  test('a log axis reaches what is far below, or says that it does not', () => {
    const deep = [chartRun([row(1, 1e6, 1e6), row(2, 1e-6, 0.1)])]
    const axis = valueAxis('loss', 'log', deep, [], 6)
    expect(axis.domain[0]).toBeLessThanOrEqual(1e-6)
    expect(goesBelow(deep, axis)).toBe(false)
    for (const least of [0, 1e-30]) {
      const deeper = [chartRun([row(1, 0.7, 0.7), row(2, least, 0.1)])]
      expect(goesBelow(deeper, valueAxis('loss', 'log', deeper, [], 6))).toBe(true)
    }
  })
  test('a near level is shown, a far one does not squeeze the curves', () => {
    expect(valueAxis('loss', 'linear', [calm], [{ value: 0.69, label: '' }], 6).domain[1]).toBeGreaterThan(
      0.69,
    )
    expect(valueAxis('loss', 'linear', [calm], [{ value: 2.3, label: '' }], 6).domain[1]).toBe(0.6)
  })
  test('before the first epoch the level of guessing sets the range', () => {
    expect(valueAxis('loss', 'linear', [], [{ value: 0.69, label: '' }], 6).domain).toEqual([0, 0.8])
  })
})

describe('quality', () => {
  test('accuracy ends at 1 at most and has air below', () => {
    const run = chartRun([row(1, 1, 1, 0.7), row(2, 1, 1, 1)])
    const [low, high] = valueAxis('quality', 'linear', [run], [], 4).domain
    expect(high).toBe(1)
    expect(low).toBeLessThan(0.7)
    expect(low).toBeGreaterThanOrEqual(0.5)
  })
  test('accuracy 0 does not open a negative axis', () => {
    const run = chartRun([row(1, 1, 1, 0), row(2, 1, 1, 1)])
    expect(valueAxis('quality', 'linear', [run], [], 4).domain).toEqual([0, 1])
  })
  test('a terrible R² is clipped at −1', () => {
    const bad = { ...row(1, 1, 1), train: { loss: 1, r2: -40 }, validation: { loss: 1, r2: 0.4 } }
    expect(valueAxis('quality', 'linear', [chartRun([bad])], [], 4).domain[0]).toBe(-1)
    const worse = { ...bad, validation: { loss: 1, r2: -1e37 } }
    expect(valueAxis('quality', 'linear', [chartRun([worse])], [], 4).domain).toEqual([-1, 0])
  })
})
