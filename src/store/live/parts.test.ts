/** The parts of live mode that decide without a store. */
import { describe, expect, it } from 'vitest'
import { parseExperiment } from '../../domain/parsing/parse.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { LiveCache } from './live-cache.ts'
import { limited, slowLive } from './live-limit.ts'
import { mayEnd, shownAfter } from './live-pace.ts'
import { medianRows, seedRange } from './seed-median.ts'
import { lowestPoint, MOST_POINTS, nextToTry, type StripPoint, withPoint } from './strip.ts'

describe('the cache', () => {
  it('holds so many bytes, and drops what was unused longest', () => {
    const cache = new LiveCache<number>(10, (bytes) => bytes)
    cache.put('a', 4)
    cache.put('b', 4)
    expect(cache.get('a')).toBe(4)
    cache.put('c', 4)
    expect([cache.has('a'), cache.has('b'), cache.has('c')]).toEqual([true, false, true])
    expect(cache.bytes).toBe(8)
    cache.put('a', 2)
    expect(cache.bytes).toBe(6)
  })

  it('keeps what is larger than all of it until something else comes', () => {
    const cache = new LiveCache<number>(10, (bytes) => bytes)
    cache.put('large', 50)
    expect(cache.has('large')).toBe(true)
    cache.put('small', 1)
    expect(cache.has('large')).toBe(false)
  })
})

describe('the pace', () => {
  it('shows short runs whole and long ones at once', () => {
    expect(shownAfter(80)).toBeGreaterThan(80)
    expect(shownAfter(2000)).toBe(0)
    expect(shownAfter(null)).toBeLessThan(100)
  })

  it('cuts long runs off, and short ones unless their end is near or nothing was seen for long', () => {
    expect(mayEnd({ elapsed: 10, expected: 2000, unseen: 5000 })).toBe(false)
    expect(mayEnd({ elapsed: 10, expected: 100, unseen: 10 })).toBe(false)
    expect(mayEnd({ elapsed: 90, expected: 100, unseen: 10 })).toBe(true)
    expect(mayEnd({ elapsed: 10, expected: 100, unseen: 200 })).toBe(true)
    expect(mayEnd({ elapsed: 0, expected: 25, unseen: 0 })).toBe(true)
  })

  it('does not trust an expectation that the run has outlived', () => {
    expect(mayEnd({ elapsed: 3000, expected: 100, unseen: 3000 })).toBe(false)
  })
})

describe('runs that take too long', () => {
  const parsed = parseExperiment(
    { data: { train: 1000, validation: 100 }, training: { epochs: 300 } },
    NO_TABLES,
  )
  if (!parsed.ok) throw new Error('the experiment is bad')
  const slow = parsed.experiment

  it('could have fewer epochs or samples, so that they take about a second', () => {
    expect(slowLive(slow, 4)).toBe(null)
    expect(slowLive(slow, 10)!.offers).toEqual([
      { setting: 'epochs', most: 30 },
      { setting: 'train', most: 77 },
    ])
  })

  it('are offered nothing that would say too little', () => {
    expect(slowLive(slow, 1000)!.offers).toEqual([])
  })

  it('are trained with no more than the limit, and with less if the controls say less', () => {
    expect(limited(slow, { setting: 'epochs', most: 30 }).training.epochs).toBe(30)
    expect(limited(slow, { setting: 'train', most: 70 }).data.train).toBe(70)
    expect(limited(slow, { setting: 'epochs', most: 500 })).toBe(slow)
  })
})

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

describe('five seeds', () => {
  const row = (epoch: number, loss: number): EpochRow => ({
    epoch,
    train: { loss, accuracy: 1 - loss },
    validation: { loss: 2 * loss, accuracy: 1 - loss },
    penalty: 0,
    learningRate: 0.1,
    gradients: [loss, 3 * loss],
    seconds: 1,
  })
  const runs = [0.1, 0.5, 0.2, 0.4, 0.3].map((loss, i) =>
    Array.from({ length: i < 2 ? 2 : 4 }, (_, epoch) => row(epoch + 1, loss)),
  )

  it('the median of each epoch, as long as most of them go on', () => {
    const median = medianRows(runs)
    expect(median.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4])
    expect(median.map(({ validation }) => validation.loss)).toEqual([0.6, 0.6, 0.6, 0.6])
    expect(median[0]!.gradients[1]).toBeCloseTo(0.9)
    expect(medianRows(runs.map((rows, i) => (i < 3 ? rows.slice(0, 2) : rows)))).toHaveLength(2)
  })

  it('all that is measured of an epoch has a median', () => {
    const measured = (value: number): Required<EpochRow> => ({
      ...row(1, value),
      validationError: value,
      updates: [value],
      inactive: [value, 0],
      fitLoss: value,
    })
    const [median] = medianRows([0.1, 0.3, 0.2].map((value) => [measured(value)]))
    expect(median).toEqual({ ...measured(0.2), epoch: 1 })
  })

  it('the lowest and the highest of each', () => {
    const { rows, bestLoss } = seedRange(runs, [0.4, 0.2, 0.3], [1, 2, 3])
    expect([rows[0]!.low.train.loss, rows[0]!.high.train.loss]).toEqual([0.1, 0.5])
    expect([rows[3]!.low.train.loss, rows[3]!.high.train.loss]).toEqual([0.2, 0.4])
    expect(bestLoss).toEqual([0.2, 0.4])
  })
})
