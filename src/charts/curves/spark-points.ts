import type { EpochRow } from '../../domain/run/run.ts'
import { type BegunRun, usualStart } from '../kit/usual-start.ts'

export interface SparkPoint {
  readonly epoch: number
  readonly x: number
  readonly y: number
}

/** The validation losses at the lower and the upper edge of small curves. */
export interface SparkRange {
  readonly low: number
  readonly high: number
}

/** The margin for the dot and the line's own width. */
const INSET = 3
/**
 * A loss that shoots up is cut at this many times the range below the usual start, so that it does not flatten the rest.
 */
const CLIP = 3
/** A loss that hardly changes is drawn flat: the range is at least this share of its top. */
const LEAST_SHARE = 0.1

/** The common range of these runs' validation losses, by which their small curves can be compared in height. */
export function sparkRange(runs: readonly (BegunRun & { readonly rows: readonly EpochRow[] })[]): SparkRange {
  const losses = runs
    .flatMap(({ rows }) => rows.map(({ validation }) => validation.loss))
    .filter(Number.isFinite)
  if (losses.length === 0) return { low: 0, high: 1 }
  const extreme = (pick: (a: number, b: number) => number) => losses.reduce((a, b) => pick(a, b))
  const low = extreme(Math.min)
  const start = usualStart(runs) ?? low
  const high = Math.min(extreme(Math.max), low + CLIP * Math.max(start - low, low))
  const missing = Math.max(0, LEAST_SHARE * high - (high - low))
  return { low: low - missing / 2, high: high + missing / 2 || 1 }
}

/** The points of a small curve, on the height and width that all runs share; epochs without a number are left out. */
export function sparkPoints(
  rows: readonly EpochRow[],
  epochs: number,
  width: number,
  height: number,
  { low, high }: SparkRange = sparkRange([{ rows }]),
): readonly SparkPoint[] {
  const finite = rows.filter((row) => Number.isFinite(row.validation.loss))
  return finite.map((row) => ({
    epoch: row.epoch,
    x: INSET + (row.epoch / Math.max(epochs, 1)) * (width - 2 * INSET),
    y:
      INSET +
      ((high - Math.max(low, Math.min(row.validation.loss, high))) / (high - low)) * (height - 2 * INSET),
  }))
}
