import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stream } from '../random.ts'
import { Outline, smooth, thin } from './curve.ts'
import type { EpochRow } from './run.ts'

const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: train },
  validation: { loss: validation },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0,
})

/** Long enough to be thinned, with lows and highs anywhere. */
const histories = fc.tuple(fc.integer({ min: 300, max: 2000 }), fc.integer()).map(([length, seed]) => {
  const random = stream(seed, 'history')
  return Array.from({ length }, (_, i) => row(i + 1, random.normal(), random.normal()))
})

describe('thin', () => {
  it('keeps the limit, the order, the ends, the minima and what it is told to keep', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 12, max: 300 }), fc.nat(), (rows, limit, pick) => {
        const keep = rows[pick % rows.length]!.epoch
        const kept = thin(rows, limit, [keep])
        expect(kept.length).toBeLessThanOrEqual(limit)
        expect(kept[0]).toBe(rows[0])
        expect(kept.at(-1)).toBe(rows.at(-1))
        expect(kept.map(({ epoch }) => epoch)).toEqual(
          [...new Set(kept.map(({ epoch }) => epoch))].sort((a, b) => a - b),
        )
        expect(kept.some(({ epoch }) => epoch === keep)).toBe(true)
        for (const part of ['train', 'validation'] as const) {
          const lowest = (of: readonly EpochRow[]) => Math.min(...of.map((r) => r[part].loss))
          expect(lowest(kept)).toBe(lowest(rows))
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('outline', () => {
  it('of any length: few rows, in order, with the ends, the minima, the maxima and what is asked for', () => {
    const lengths = fc.tuple(fc.integer({ min: 1, max: 6000 }), fc.integer()).map(([length, seed]) => {
      const random = stream(seed, 'outline')
      return Array.from({ length }, (_, i) => row(i + 1, random.normal(), random.normal()))
    })
    fc.assert(
      fc.property(lengths, fc.nat(), (rows, pick) => {
        const outline = new Outline()
        for (const each of rows) outline.add(each)
        const also = rows[pick % rows.length]!
        const kept = outline.rows(also)
        expect(kept.length).toBeLessThanOrEqual(4 * 128 + 3)
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(rows.length, 64))
        expect(kept[0]).toBe(rows[0])
        expect(kept.at(-1)).toBe(rows.at(-1))
        expect(kept).toContain(also)
        for (let i = 1; i < kept.length; i++) expect(kept[i]!.epoch).toBeGreaterThan(kept[i - 1]!.epoch)
        for (const part of ['train', 'validation'] as const) {
          const losses = (of: readonly EpochRow[]) => of.map((r) => r[part].loss)
          expect(Math.min(...losses(kept))).toBe(Math.min(...losses(rows)))
          expect(Math.max(...losses(kept))).toBe(Math.max(...losses(rows)))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of a short run is the run', () => {
    const outline = new Outline()
    const rows = [row(1, 3, 1), row(2, 2, 2), row(3, 1, 3)]
    for (const each of rows) outline.add(each)
    expect(outline.rows()).toEqual(rows)
  })

  it('leaves no stretch of epochs out', () => {
    const outline = new Outline()
    for (let epoch = 1; epoch <= 5000; epoch++) outline.add(row(epoch, 1, 1))
    const epochs = outline.rows().map(({ epoch }) => epoch)
    for (let i = 1; i < epochs.length; i++) expect(epochs[i]! - epochs[i - 1]!).toBeLessThanOrEqual(128)
  })
})

describe('smooth', () => {
  it('leaves weight 0 and constants alone, starts without bias, keeps gaps', () => {
    expect(smooth([3, 1, 2], 0)).toEqual([3, 1, 2])
    expect(smooth([5, 5, 5], 0.9)).toEqual([5, 5, 5].map((v) => expect.closeTo(v, 12)))
    // By hand: 0.5·… of 1 then 3 is (0.25·1 + 0.5·3) / 0.75.
    expect(smooth([1, 3], 0.5)).toEqual([1, expect.closeTo(1.75 / 0.75, 12)])
    expect(smooth([1, Number.NaN, 1], 0.5)).toEqual([1, Number.NaN, 1])
  })
})
