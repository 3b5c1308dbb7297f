import type { EpochRow } from '../domain/run.ts'

export interface SparkPoint {
  readonly epoch: number
  readonly x: number
  readonly y: number
}

/** Room for the dot and the line's own width. */
const INSET = 3
/** A loss that shoots up flattens nothing: it is cut at this many times its range up to the first epoch. */
const CLIP = 3

/** Validation loss on its own height and on a width that all runs share; rows without a number are left out. */
export function sparkPoints(
  rows: readonly EpochRow[],
  epochs: number,
  width: number,
  height: number,
): readonly SparkPoint[] {
  const finite = rows.filter((row) => Number.isFinite(row.validation.loss))
  const first = finite[0]?.validation.loss
  if (first === undefined) return []
  const losses = finite.map((row) => row.validation.loss)
  const low = Math.min(...losses)
  const high = Math.min(Math.max(...losses), low + CLIP * Math.max(first - low, low))
  const span = high - low || 1
  return finite.map((row) => ({
    epoch: row.epoch,
    x: INSET + (row.epoch / Math.max(epochs, 1)) * (width - 2 * INSET),
    y: INSET + ((high - Math.min(row.validation.loss, high)) / span) * (height - 2 * INSET),
  }))
}
