import type { DataSettings } from '../experiment/experiment.ts'
import { dataSet } from './registry.ts'

/** The key under which samples are supplied to the trainers; null if the experiment contains all it needs. */
export function sourceKey(data: DataSettings): string | null {
  const set = dataSet(data)
  if (set.kind === 'generated' || set.from === 'points') return null
  return set.from === 'table' ? data.rows!.digest : data.set
}

/**
 * Why samples did not arrive. `unreachable`: no connection, or it broke off; `missing`: the server has no such file; `damaged`: it is not what
 * it should be.
 */
export type DownloadProblem = 'unreachable' | 'missing' | 'damaged'
