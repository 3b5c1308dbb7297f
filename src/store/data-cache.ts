/**
 * Samples on the page that experiments do not carry themselves: packed sets, each downloaded once when first needed (a
 * failed download can be tried again), and tables that were read. Samples that are ready are supplied to the trainers.
 */
import { DownloadError } from '../client/packed-data.ts'
import { ownSource } from '../domain/data/dataset.ts'
import { isPacked } from '../domain/data/registry.ts'
import { sourceKey } from '../domain/data/source-key.ts'
import type { DataSetKey, DataSettings } from '../domain/experiment/experiment.ts'
import type { Source } from '../domain/table/source.ts'
import type { AppEnvironment, Download } from './state.ts'

interface Watcher {
  onChange(set: DataSetKey, download: Download): void
  onReady(key: string, source: Source): void
}

export interface DataCache {
  /** Resolves when the trainers have the samples; rejects when a download fails. */
  want(data: DataSettings): Promise<void>
  /** Undefined for generated data, and for data that are still being downloaded. */
  get(data: DataSettings): Source | undefined
  /** Whether the samples are here, so that nobody has to wait. */
  isReady(data: DataSettings): boolean
}

export function createDataCache(load: AppEnvironment['load'], { onChange, onReady }: Watcher): DataCache {
  const packed = new Map<DataSetKey, Source>()
  const wanted = new Map<DataSetKey, Promise<void>>()

  function download(set: DataSetKey): Promise<void> {
    const present = wanted.get(set)
    if (present) return present
    onChange(set, { kind: 'loading', share: 0 })
    const promise = load(set, (share) => onChange(set, { kind: 'loading', share })).then(
      (source) => {
        packed.set(set, source)
        onReady(set, source)
        onChange(set, { kind: 'ready' })
      },
      (error: unknown) => {
        wanted.delete(set)
        onChange(set, { kind: 'failed', why: error instanceof DownloadError ? error.why : 'damaged' })
        throw error
      },
    )
    wanted.set(set, promise)
    return promise
  }

  return {
    async want(data) {
      if (isPacked(data)) return download(data.set)
      const [key, own] = [sourceKey(data), ownSource(data)]
      if (key !== null && own) onReady(key, own)
    },
    get: (data) => packed.get(data.set) ?? ownSource(data),
    isReady: (data) => !isPacked(data) || packed.has(data.set),
  }
}
