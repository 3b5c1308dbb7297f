import { describe, expect, it } from 'vitest'
import { stream } from '../random.ts'
import { seedVerdict, signedRankP } from './seed-noise.ts'

/** `n` ranks of which those in `positive` count for B: rank sum = their sum. */
const ranks = (n: number, positive: readonly number[]) =>
  Array.from({ length: n }, (_, i) => (positive.includes(i + 1) ? i + 1 : -(i + 1)))

describe('signed-rank test', () => {
  it('agrees with the exact tables: n = 10 is significant at W = 8 and not at 9', () => {
    expect(signedRankP(ranks(10, [8]))).toBeCloseTo(50 / 1024, 10)
    expect(signedRankP(ranks(10, [9]))).toBeCloseTo(66 / 1024, 10)
  })

  it('six seeds the same way are the fewest that tell', () => {
    expect(signedRankP([1, 2, 3, 4, 5])).toBe(2 / 32)
    expect(signedRankP([1, 2, 3, 4, 5, 6])).toBe(2 / 64)
  })

  it('ties share a rank, zeros and empty lists say nothing', () => {
    expect(signedRankP([1, 1, 1, 1, 1, 1])).toBe(2 / 64)
    expect(signedRankP([0, 0])).toBe(1)
    expect(signedRankP([])).toBe(1)
  })
})

describe('two settings', () => {
  it.each([6, 10, 20])('of %i seeds that do not differ: told apart in at most 5 %% of draws', (seeds) => {
    const random = stream(7, 'null', seeds)
    const draws = 2000
    let apart = 0
    for (let i = 0; i < draws; i++) {
      const values = () => Array.from({ length: seeds }, () => random.normal())
      if (seedVerdict(values(), values()).apart) apart++
    }
    // Exact, so the true rate is at most 5 %; three standard errors for the draws.
    expect(apart / draws).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / draws))
    expect(apart).toBeGreaterThan(0)
  })

  it('a small difference below a large spread is found when the seeds are shared', () => {
    const random = stream(3, 'effect')
    const a = Array.from({ length: 10 }, () => random.normal())
    const b = a.map((value) => value - 0.1 + 0.02 * random.normal())
    const verdict = seedVerdict(a, b)
    expect(verdict).toMatchObject({ seeds: 10, lower: 10, higher: 0, apart: true })
    expect(Math.abs(verdict.difference)).toBeLessThan(verdict.spread)
  })

  it('a diverged run is worse than any other, two of them are even, a missing one is left out', () => {
    const verdict = seedVerdict([1, Infinity, Infinity, Number.NaN], [Infinity, Infinity, 2, 1])
    expect(verdict).toMatchObject({ seeds: 3, lower: 1, higher: 1, apart: false })
    expect(verdict.spread).toBe(0)
  })
})
