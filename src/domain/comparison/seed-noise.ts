/**
 * Whether two settings can be told apart from the seeds they were run with. Seeds are shared: the same seed is the same
 * data and the same first weights, so it is the differences seed by seed that count. They are tested by Wilcoxon's
 * signed-rank test with its exact null distribution (every pattern of signs equally likely), which assumes no bell
 * curve and lets a diverged run be simply the worst. Two-sided, 5 %: fewer than six seeds cannot reach that.
 */
import { median } from '../numbers/median.ts'

const SIGNIFICANCE = 0.05
/** 2 / 2⁶ is the first below 5 %. */
export const FEWEST_SEEDS = 6

export interface SeedVerdict {
  /** The seeds that both settings were run with. */
  readonly seeds: number
  /** Of these, how many have a lower value of B, and how many a higher one. */
  readonly lower: number
  readonly higher: number
  /** Median over seeds of B − A. */
  readonly difference: number
  /** The range of values over the seeds, of the setting where it is larger: the band on the chart. */
  readonly spread: number
  /** Exact, two-sided. */
  readonly p: number
  readonly apart: boolean
}

/** Values by seed, in the same order; NaN where a run is missing. */
export function seedVerdict(a: readonly number[], b: readonly number[]): SeedVerdict {
  const pairs = a.flatMap((value, i) => {
    const other = b[i]
    return other === undefined || Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other] as const]
  })
  // If both runs diverged they are equally bad; ∞ − ∞ would be NaN.
  const differences = pairs.map(([from, to]) => (from === to ? 0 : to - from))
  const p = signedRankP(differences)
  return {
    seeds: pairs.length,
    lower: differences.filter((d) => d < 0).length,
    higher: differences.filter((d) => d > 0).length,
    difference: median(differences),
    spread: Math.max(range(pairs.map(([value]) => value)), range(pairs.map(([, value]) => value))),
    p,
    apart: p <= SIGNIFICANCE,
  }
}

function range(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite)
  return finite.length === 0 ? 0 : Math.max(...finite) - Math.min(...finite)
}

/**
 * Chance of rank sums at least this far from the middle if signs were coins. Zeros are left out, ties share their mean
 * rank (all ranks doubled, so that they stay whole).
 */
export function signedRankP(differences: readonly number[]): number {
  const nonzero = differences.filter((d) => d !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b))
  if (nonzero.length === 0) return 1
  const ranks = nonzero.map((d) => {
    const size = Math.abs(d)
    const first = nonzero.findIndex((other) => Math.abs(other) === size)
    const last = nonzero.findLastIndex((other) => Math.abs(other) === size)
    return first + last + 2
  })
  const total = ranks.reduce((sum, rank) => sum + rank, 0)
  const positive = ranks.reduce((sum, rank, i) => (nonzero[i]! > 0 ? sum + rank : sum), 0)
  // How many of the 2ⁿ patterns of signs give each sum.
  const patterns = new Float64Array(total + 1)
  patterns[0] = 1
  for (const rank of ranks) for (let sum = total; sum >= rank; sum--) patterns[sum]! += patterns[sum - rank]!
  const distance = Math.abs(positive - total / 2)
  const extreme = patterns.reduce(
    (count, n, sum) => (Math.abs(sum - total / 2) >= distance ? count + n : count),
    0,
  )
  return extreme / 2 ** ranks.length
}
