/** Where a crosshair may stand, and how keys move it. */
import { placeOf } from './series.ts'
import type { ChartRun } from './types.ts'

/** On the x axis. */
export function lastPlace(runs: readonly Pick<ChartRun, 'rows' | 'xUnit'>[]): number | null {
  const ends = runs.flatMap((run) => {
    const last = run.rows.at(-1)
    return last ? placeOf(run, last.epoch) : []
  })
  return ends.length === 0 ? null : Math.max(...ends)
}

/** The nearest step to a place that runs up to `last` have. */
export function stepNear(place: number, step: number, last: number): number {
  return Math.max(step, Math.min(Math.round(place / step) * step, last))
}

export interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

/** Place after a key; undefined if the key is not for the chart. From nowhere, arrows enter at the end they leave. */
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
