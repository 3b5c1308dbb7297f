import { describe, expect, it } from 'vitest'
import { lowestPoint, MOST_POINTS, nextToTry, type StripPoint, withPoint } from './strip.ts'

describe('the strip', () => {
  const point = (value: number, best: number | null, last = best): StripPoint => ({
    ...{ value, best, last, bestEpoch: 1, diverged: best === null, spans: null },
  })

  it('has one point for a value, in order', () => {
    const points = [point(3, 1), point(1, 2)].reduce<readonly StripPoint[]>(withPoint, [])
    expect(withPoint(points, point(3, 5)).map(({ value, best }) => [value, best])).toEqual([
      [1, 2],
      [3, 5],
    ])
  })

  it('stays as many as there is room for, spread out, with the ends, the lowest and the newest', () => {
    const values = Array.from({ length: 2000 }, (_, i) => 0.001 * 1000 ** (i / 1999))
    const loss = (i: number) => (i === 777 ? 0.1 : 1 + i)
    const points = values.reduce<readonly StripPoint[]>(
      (all, value, i) => withPoint(all, point(value, loss(i), loss(i))),
      [],
    )
    expect(points).toHaveLength(MOST_POINTS)
    expect(points[0]!.value).toBe(values[0])
    expect(points.at(-1)!.value).toBe(values.at(-1))
    expect(lowestPoint(points, 'best')!.best).toBe(0.1)
    const gaps = points.slice(1).map(({ value }, i) => Math.log(value / points[i]!.value))
    expect(Math.max(...gaps)).toBeLessThan(Math.log(1000) / 20)
    expect(withPoint(points, point(0.0333333, 5)).map(({ value }) => value)).toContain(0.0333333)
  })

  it('best and last may disagree about the lowest', () => {
    const points = [point(1, 0.5, 0.6), point(2, 0.4, 0.9), point(3, null)]
    expect(lowestPoint(points, 'best')!.value).toBe(2)
    expect(lowestPoint(points, 'last')!.value).toBe(1)
    expect(lowestPoint([point(3, null)], 'best')).toBe(null)
  })

  it('the value furthest from what was tried comes next', () => {
    const values = [0, 1, 2, 3, 4, 5, 6]
    expect(nextToTry(values, [0])).toBe(6)
    expect(nextToTry(values, [0, 6])).toBe(3)
    expect(nextToTry(values, [0, 2.5, 6])).toBe(4)
    expect(nextToTry(values, values)).toBe(null)
    expect(nextToTry(values, [])).toBe(0)
  })
})
