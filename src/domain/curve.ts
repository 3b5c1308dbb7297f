/** Curves for the screen: smoothing changes the drawing, never a number; thinning keeps what a reader looks for. */
import type { EpochRow } from './run.ts'

/**
 * Exponential moving average without start-up bias (the smoothing of TensorBoard and Weights & Biases).
 * `weight` in [0, 1): 0 leaves the values as they are. Gaps (NaN) stay gaps.
 */
export function smooth(values: readonly number[], weight: number): number[] {
  let average = 0
  let mass = 0
  return values.map((value) => {
    if (!Number.isFinite(value)) return value
    average = average * weight + value * (1 - weight)
    mass = mass * weight + (1 - weight)
    return average / mass
  })
}

/**
 * At most `limit` rows (≥ 12) whose lines look like the whole: of each stretch of epochs the rows where training and
 * validation loss are lowest and highest, plus the first, the last and the rows of `keep` (epochs). The overall minima
 * are the minima of their stretches, so they survive. Rows stay in order; epochs must ascend.
 */
export function thin(
  rows: readonly EpochRow[],
  limit: number,
  keep: readonly number[] = [],
): readonly EpochRow[] {
  if (rows.length <= limit) return rows
  const kept = new Set<number>([0, rows.length - 1])
  for (const epoch of keep) {
    const index = rows.findIndex((row) => row.epoch === epoch)
    if (index >= 0) kept.add(index)
  }
  const stretches = Math.floor((limit - kept.size) / 4)
  for (let s = 0; s < stretches; s++) {
    const from = Math.floor((s * rows.length) / stretches)
    const to = Math.floor(((s + 1) * rows.length) / stretches)
    for (const part of ['train', 'validation'] as const) {
      let low = from
      let high = from
      for (let i = from + 1; i < to; i++) {
        if (rows[i]![part].loss < rows[low]![part].loss) low = i
        if (rows[i]![part].loss > rows[high]![part].loss) high = i
      }
      kept.add(low)
      kept.add(high)
    }
  }
  return [...kept].sort((a, b) => a - b).map((index) => rows[index]!)
}
