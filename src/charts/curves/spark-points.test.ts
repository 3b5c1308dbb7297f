import { expect, test } from 'vitest'
import { row } from './fixture.ts'
import { sparkPoints, sparkRange } from './spark-points.ts'

test('runs of different length share the x scale', () => {
  const rows = [row(1, 0, 0.8), row(50, 0, 0.2)]
  const x = (epochs: number) => sparkPoints(rows, epochs, 106, 20).at(-1)!.x
  expect(x(50)).toBe(103)
  expect(x(100)).toBe(53)
})

test('the lowest loss is at the bottom, the highest at the top', () => {
  const ys = sparkPoints([row(1, 0, 0.8), row(2, 0, 0.2), row(3, 0, 0.5)], 3, 100, 20).map(({ y }) => y)
  expect(ys).toEqual([3, 17, 10])
})

test('runs share a height, on which a loss that hardly moves is flat', () => {
  const falling = [row(1, 0, 0.8), row(2, 0, 0.2)]
  const still = [row(1, 0, 0.7), row(2, 0, 0.70001), row(3, 0, 0.69999)]
  const range = sparkRange([{ rows: falling }, { rows: still }])
  const ys = (rows: typeof still) => sparkPoints(rows, 3, 100, 20, range).map(({ y }) => y)
  expect(ys(falling)).toEqual([3, 17])
  for (const y of ys(still)) expect(y).toBeCloseTo(3 + (14 * (0.8 - 0.7)) / 0.6, 2)
  const alone = sparkPoints(still, 3, 100, 20).map(({ y }) => y)
  expect(Math.max(...alone) - Math.min(...alone)).toBeLessThan(0.1)
  expect(sparkPoints([row(1, 0, 0)], 3, 100, 20)[0]!.y).toBeTypeOf('number')
  expect(sparkRange([{ rows: [] }, { rows: [row(1, 0, Number.NaN)] }])).toEqual({ low: 0, high: 1 })
})

test('an exploding loss does not flatten the rest, and what is not a number is left out', () => {
  const rows = [row(1, 0, 0.8), row(2, 0, 0.2), row(3, 0, Number.NaN), row(4, 0, 1e9)]
  const points = sparkPoints(rows, 4, 100, 20)
  expect(points.map(({ epoch }) => epoch)).toEqual([1, 2, 4])
  expect(points[1]!.y - points[0]!.y).toBeGreaterThan(3)
  expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  expect(sparkPoints([], 4, 100, 20)).toEqual([])
})

test('a run that explodes in its first epoch does not flatten its own small curve, nor those of others', () => {
  const start = row(0, 0.7, 0.7)
  const calm = { rows: [row(1, 0, 0.6), row(2, 0, 0.2)], start }
  const wild = { rows: [row(1, 1e17, 1e17), row(2, 0, 0.7), row(3, 0, 0.3)], start }
  const range = sparkRange([calm, wild])
  const ys = (rows: (typeof wild)['rows']) => sparkPoints(rows, 3, 100, 20, range).map(({ y }) => y)
  expect(ys(calm.rows)[1]! - ys(calm.rows)[0]!).toBeGreaterThan(3)
  expect(ys(wild.rows)[2]! - ys(wild.rows)[1]!).toBeGreaterThan(3)
})
