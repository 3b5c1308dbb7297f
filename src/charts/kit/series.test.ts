import { expect, test } from 'vitest'
import { chartRun, row } from '../curves/fixture.ts'
import { linePoints, pointAt, series } from './series.ts'

const rows = [row(1, 0.8, 0.9), row(2, 0, 0.5), row(3, 0.1, 0.6), row(4, 0.05, 0.7)]

test('on a log axis a loss of 0 leaves the plot below, and its number stays 0', () => {
  const [, second] = series(chartRun(rows), 'loss', 'log', 0, [0.01, 1]).points
  expect(second!.train).toBeLessThan(0.01)
  expect(second).toMatchObject({ validation: 0.5, readings: { train: { measured: 0 } } })
  const [, linear] = series(chartRun(rows), 'loss', 'linear', 0, [0, 1]).points
  expect(linear).toMatchObject({ train: 0, bandBefore: [0, 0.5] })
})

test('the bands meet at the best epoch', () => {
  const { points } = series(chartRun(rows, { best: 3 }), 'loss', 'linear', 0, [0, 1])
  expect(points.map((point) => point.bandBefore !== null)).toEqual([true, true, true, false])
  expect(points.map((point) => point.bandAfter !== null)).toEqual([false, false, true, true])
})

test('a best epoch that was thinned away leaves no hole between the bands', () => {
  const { points } = series(chartRun([rows[0]!, rows[3]!], { best: 3 }), 'loss', 'linear', 0, [0, 1])
  expect(points.map((point) => [point.bandBefore !== null, point.bandAfter !== null])).toEqual([
    [true, true],
    [false, true],
  ])
})

test('smoothing moves the drawing and keeps the numbers', () => {
  const { points } = series(chartRun(rows), 'loss', 'linear', 0.5, [0, 1])
  expect(points.map((point) => point.rawValidation)).toEqual([0.9, 0.5, 0.6, 0.7])
  expect(points[1]!.validation).toBeGreaterThan(0.5)
  expect(points[1]!.readings.validation).toEqual({ measured: 0.5, smoothed: points[1]!.validation })
})

test('what is not a number is a gap, what explodes stays drawable', () => {
  const wild = [row(1, 0.5, 0.5), row(2, Number.NaN, Number.POSITIVE_INFINITY), row(3, 1e30, 1e30)]
  const { points } = series(chartRun(wild), 'loss', 'linear', 0, [0, 5])
  expect(points[1]).toMatchObject({ train: null, validation: null, bandBefore: null })
  expect(points[2]!.train).toBeLessThan(1e4)
  expect(points[2]!.train).toBeGreaterThan(5)
})

test('what is far below an axis that ends at 0 leaves the plot below', () => {
  const scored = (r2: number) => ({ ...row(1, 1, 1), train: { loss: 1, r2 }, validation: { loss: 1, r2 } })
  const { points } = series(chartRun([scored(-9e4)]), 'quality', 'linear', 0, [-1, 0])
  expect(points[0]!.train).toBeLessThan(-1)
})

test('a line whose first epoch is beyond the axis comes from before the first update, in its own x unit', () => {
  const wild = chartRun([row(1, 1e17, 0.6), row(2, 1e18, 0.5)], {
    start: row(0, 0.7, 0.8),
    xUnit: (n) => n * 8,
  })
  const of = (run: typeof wild) => series(run, 'loss', 'linear', 0, [0, 2])
  expect(linePoints(of(wild), 'train')[0]).toEqual({ x: 0, value: 0.7 })
  expect(linePoints(of(wild), 'validation')[0]).toEqual({ x: 8, value: 0.6 })
  const branch = { ...wild, rows: wild.rows.slice(1) }
  expect(linePoints(of(branch), 'train')).toHaveLength(1)
})

test('a crosshair finds the nearest point, and none beyond the end of the run', () => {
  const { points } = series(chartRun([row(1, 1, 1), row(5, 1, 1), row(9, 1, 1)]), 'loss', 'linear', 0, [0, 1])
  expect(pointAt(points, 6)?.epoch).toBe(5)
  expect(pointAt(points, 9)?.epoch).toBe(9)
  expect(pointAt(points, 10)).toBeNull()
  expect(pointAt([], 1)).toBeNull()
})
