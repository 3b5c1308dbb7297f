import { probeRows } from '../domain/data/probe.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { samplesKey } from '../domain/experiment/identity.ts'
import type { Numbers } from '../domain/table/table.ts'
import type { StoreCore } from './store-core.ts'

/** The number of data settings whose probe rows are cached: runs side by side may differ in theirs. */
const ROWS_KEPT = 4

/** The rows at which a network is asked for a picture; null while the samples are being downloaded. */
export function createProbeRows({ sources }: Pick<StoreCore, 'sources'>) {
  const kept = new Map<string, Numbers>()
  return (experiment: Experiment): Numbers | null => {
    if (!sources.isReady(experiment.data)) return null
    const key = samplesKey(experiment)
    const rows = kept.get(key) ?? probeRows(experiment, sources.get(experiment.data))
    kept.delete(key)
    kept.set(key, rows)
    for (const old of kept.keys()) if (kept.size > ROWS_KEPT) kept.delete(old)
    return rows
  }
}
