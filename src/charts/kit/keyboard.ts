/** The positions that a crosshair can take, and how keys move it. */

import type { ChartRun } from './types.ts'
import { placeOf } from './x-place.ts'

/** The last position on the x axis that any run reaches. */
export function lastPlace(runs: readonly Pick<ChartRun, 'rows' | 'xUnit'>[]): number | null {
  const ends = runs.flatMap((run) => {
    const last = run.rows.at(-1)
    return last ? placeOf(run, last.epoch) : []
  })
  return ends.length === 0 ? null : Math.max(...ends)
}

/** The step nearest to a position, on an axis on which the runs reach `last`. */
export function stepNear(place: number, step: number, last: number): number {
  return Math.max(step, Math.min(Math.round(place / step) * step, last))
}

export interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

/**
 * The position after a key; undefined if the chart has no use for the key. Without a position, an arrow enters at the
 * end from which it points away.
 */
export function hoverAfter(
  key: Key,
  hover: number | null,
  last: number | null,
  step = 1,
): number | null | undefined {
  if (key.key === 'Escape') return hover === null ? undefined : null
  const direction = key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? -1 : 0
  if (direction === 0 || last === null) return undefined
  if (hover === null) return direction > 0 ? step : last
  return Math.max(step, Math.min(hover + direction * step * (key.shiftKey ? 10 : 1), last))
}
