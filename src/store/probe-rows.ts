import type { Experiment } from '../domain/experiment/experiment.ts'
import { samplesKey } from '../domain/experiment/identity.ts'
import type { Source } from '../domain/table/source.ts'
import type { Numbers } from '../domain/table/table.ts'
import type { StoreCore } from './store-core.ts'

/** The number of data settings and models whose rows are cached: runs side by side may differ in theirs. */
const ROWS_KEPT = 4

/** Caches the rows that `make` makes of an experiment. Gives null while the samples are being downloaded. */
export function cachedRows(
  { sources }: Pick<StoreCore, 'sources'>,
  make: (experiment: Experiment, source?: Source) => Numbers,
) {
  const kept = new Map<string, Numbers>()
  return (experiment: Experiment): Numbers | null => {
    if (!sources.isReady(experiment.data)) return null
    const key = JSON.stringify([samplesKey(experiment), experiment.model])
    const rows = kept.get(key) ?? make(experiment, sources.get(experiment.data))
    kept.delete(key)
    kept.set(key, rows)
    for (const old of kept.keys()) if (kept.size > ROWS_KEPT) kept.delete(old)
    return rows
  }
}
