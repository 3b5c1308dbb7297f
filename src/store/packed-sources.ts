/** Packed data sets on the page: each downloaded once when first wanted; a failed download can be tried again. */
import type { PackedSource } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { DataSetKey } from '../domain/experiment.ts'
import { messageOf } from '../domain/message-of.ts'
import type { Download, LabWorld } from './lab-state.ts'

interface Watcher {
  onChange(key: DataSetKey, download: Download): void
  onReady(key: DataSetKey, source: PackedSource): void
}

export function packedSources(load: LabWorld['load'], { onChange, onReady }: Watcher) {
  const sources = new Map<DataSetKey, PackedSource>()
  const wanted = new Map<DataSetKey, Promise<PackedSource>>()

  function want(key: DataSetKey): Promise<PackedSource> {
    const present = wanted.get(key)
    if (present) return present
    onChange(key, { kind: 'loading', share: 0 })
    const promise = load(key, (share) => onChange(key, { kind: 'loading', share }))
    wanted.set(key, promise)
    promise.then(
      (source) => {
        sources.set(key, source)
        onReady(key, source)
        onChange(key, { kind: 'ready' })
      },
      (error: unknown) => {
        wanted.delete(key)
        onChange(key, { kind: 'failed', message: messageOf(error) })
      },
    )
    return promise
  }

  return {
    /** Rejects when the download fails. */
    want,
    get: (key: DataSetKey): PackedSource | undefined => sources.get(key),
    isPacked: (key: DataSetKey) => dataSet(key).kind === 'packed',
  }
}
