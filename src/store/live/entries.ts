/** Runs that live mode can show at once: trained, or found on the list, with what their networks make of the probe rows. */
import { probeRows as probeRowsOf } from '../../domain/data/probe.ts'
import { sameExperiment } from '../../domain/experiment/identity.ts'
import { isBitExact } from '../../domain/run/trained-by.ts'
import { cachedRows } from '../probe-rows.ts'
import { finalWeights, outcomeOf, type RunView } from '../run-view.ts'
import type { StoreCore } from '../store-core.ts'
import type { JobResult } from './job.ts'
import { LiveCache } from './live-cache.ts'
import type { FitWeights, LiveRun } from './live-state.ts'

export interface Entry extends JobResult {
  readonly key: string
  /** By the weights that were asked. */
  readonly outputs: Map<FitWeights | 'kept', Float32Array | null>
}

/** The room for runs that ended, in bytes. */
const ROOM = 64e6
const NUMBER = 8

export interface Entries {
  readonly cache: LiveCache<Entry>
  entryOf(key: string, result: JobResult): Entry
  /** A run on the list that need not be trained again, because it would come out the same to the bit. */
  onList(key: string, experiment: RunView['experiment']): Entry | null
  /** As the page shows it. A promise where the network has to be asked first. */
  shown(entry: Entry, which: FitWeights | null): LiveRun | Promise<LiveRun>
  /** Of a run that goes on; null where its engine cannot tell. */
  outputsNow(result: JobResult): Promise<Float32Array | null>
}

export function createEntries({ client, sources, histories, get }: StoreCore): Entries {
  const probeRows = cachedRows({ sources }, probeRowsOf)
  const cache = new LiveCache<Entry>(ROOM, bytesOf)

  return {
    cache,
    entryOf: (key, result) => ({ ...result, key, outputs: new Map() }),
    onList(key, experiment) {
      const run = get().runs.findLast(
        (other) => isWhole(other) && sameExperiment(other.experiment, experiment),
      )
      const history = run && histories.get(run.id)
      if (!run || !history || history.length === 0) return null
      return { key, view: run, own: run, history, ownHistory: history, range: null, outputs: new Map() }
    },
    shown(entry, which) {
      const { key, view, own, range } = entry
      const asked = which ?? 'kept'
      const known = entry.outputs.get(asked)
      if (known !== undefined) return { key, view, own, range, outputs: known }
      const rows = probeRows(own.experiment)
      const weights = which === null ? finalWeights(own) : (own.weights?.[which] ?? finalWeights(own))
      if (!rows?.length || !weights || weights.length === 0) return { key, view, own, range, outputs: null }
      return client
        .predict(own.experiment, weights, rows)
        .catch(() => null)
        .then((outputs) => {
          entry.outputs.set(asked, outputs)
          return { key, view, own, range, outputs }
        })
    },
    async outputsNow({ own }) {
      const rows = probeRows(own.experiment)
      return rows?.length ? client.predictRun(own.id, rows).catch(() => null) : null
    },
  }
}

function isWhole(run: RunView): boolean {
  const { status, weights, imported } = run
  if (status.kind !== 'ended' || weights === null || imported) return false
  const { kind } = status.outcome
  return isBitExact(run) && kind !== 'stopped' && kind !== 'failed'
}

function bytesOf({ view, history, own, ownHistory, range }: Entry): number {
  const weights = [...(own.weights?.last ?? []), ...(own.weights?.best ?? [])]
  const numbers = weights.reduce((sum, { values }) => sum + values.length, 0)
  const epochs = history.bytes + (view === own ? 0 : ownHistory.bytes)
  // A row of a range is two objects of a few dozen numbers.
  return numbers * 4 + epochs + (range?.rows.length ?? 0) * 80 * NUMBER
}

export function outcomeIsExact({ own }: JobResult): boolean {
  const outcome = outcomeOf(own)
  return isBitExact(own) && outcome !== null && outcome.kind !== 'failed'
}
