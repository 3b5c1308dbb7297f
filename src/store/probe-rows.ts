import type { Experiment } from '../domain/experiment/experiment.ts'
import { samplesKey } from '../domain/experiment/identity.ts'
import { RecentlyUsed } from '../domain/recently-used.ts'
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
  const kept = new RecentlyUsed<Numbers>(ROWS_KEPT)
  return (experiment: Experiment): Numbers | null => {
    if (!sources.isReady(experiment.data)) return null
    const key = JSON.stringify([samplesKey(experiment), experiment.model])
    const rows = kept.get(key) ?? make(experiment, sources.get(experiment.data))
    kept.put(key, rows)
    return rows
  }
}
