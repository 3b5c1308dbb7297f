/** The crosshair by keyboard. */
import type { ChartRun } from './types.ts'

export function lastEpoch(runs: readonly ChartRun[]): number | null {
  const ends = runs.flatMap((run) => run.rows.at(-1)?.epoch ?? [])
  return ends.length === 0 ? null : Math.max(...ends)
}

export interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

/** Epoch after a key; undefined if the key is not for the chart. From nowhere, arrows enter at the end they leave. */
export function hoverAfter(key: Key, hover: number | null, last: number | null): number | null | undefined {
  if (key.key === 'Escape') return hover === null ? undefined : null
  const direction = key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? -1 : 0
  if (direction === 0 || last === null) return undefined
  if (hover === null) return direction > 0 ? 1 : last
  return Math.max(1, Math.min(hover + direction * (key.shiftKey ? 10 : 1), last))
}
