/**
 * How optimizers divided the learning rate in runs, over epochs. Runs are measured while a view watches, from their next
 * epoch on; one that was not can be trained again off the list, from the same seeds, to be measured.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { trainOnce } from '../client/train-once.ts'
import type { EpochRates } from '../domain/training/effective-rates.ts'
import { isInProgress } from './run-view.ts'
import type { AppStore } from './store.ts'

interface MeasuredRates {
  /** Epochs ascend; some are missing. */
  readonly epochs: readonly EpochRates[]
  /** How the training that measures an ended run goes on; null while there is none. */
  readonly again: { readonly epoch: number } | { readonly failed: true } | null
}

export interface EffectiveRates {
  /** By run. */
  readonly store: StoreApi<Readonly<Record<string, MeasuredRates>>>
  /** Measures what trains until the returned function is called. */
  watch(): () => void
  /** Trains an ended run again, as far as it went, and measures it. Does nothing while that is under way. */
  trainAgain(id: string): Promise<void>
}

const NONE: MeasuredRates = { epochs: [], again: null }

const made = new WeakMap<AppStore, EffectiveRates>()

/** One for each page. */
export function effectiveRatesOf(app: AppStore): EffectiveRates {
  const found = made.get(app) ?? createEffectiveRates(app)
  made.set(app, found)
  return found
}

function createEffectiveRates(app: AppStore): EffectiveRates {
  const { client } = app
  const store = createStore<Readonly<Record<string, MeasuredRates>>>(() => ({}))
  /** The runs that are trained again, by the name under which that happens. */
  const repeated = new Map<string, string>()
  let watching = 0
  let repetitions = 0

  const change = (id: string, to: (before: MeasuredRates) => MeasuredRates) =>
    store.setState((all) => ({ ...all, [id]: to(all[id] ?? NONE) }))

  const isListed = (id: string) => app.store.getState().runs.some((run) => run.id === id)

  client.listen((event) => {
    if (event.type !== 'rates' && event.type !== 'rewound') return
    const id = repeated.get(event.run) ?? event.run
    if (!isListed(id)) return
    if (event.type === 'rewound')
      change(id, (before) => ({
        ...before,
        epochs: before.epochs.filter(({ epoch }) => epoch <= event.epoch),
      }))
    else
      change(id, (before) => ({
        ...before,
        epochs: [...before.epochs.filter(({ epoch }) => epoch < event.rates.epoch), event.rates],
      }))
  })

  app.store.subscribe((now, before) => {
    if (now.runs === before.runs) return
    const here = new Set(now.runs.map(({ id }) => id))
    const known = store.getState()
    if (Object.keys(known).every((id) => here.has(id))) return
    store.setState(Object.fromEntries(Object.entries(known).filter(([id]) => here.has(id))), true)
  })

  function watch() {
    if (++watching === 1) client.measureRates(true)
    let watches = true
    return () => {
      if (watches && --watching === 0) client.measureRates(false)
      watches = false
    }
  }

  return {
    store,
    watch,
    async trainAgain(id) {
      const run = app.store.getState().runs.find((other) => other.id === id)
      const last = run?.latest?.epoch ?? 0
      if (!run || isInProgress(run) || last === 0 || [...repeated.values()].includes(id)) return
      const name = `rates-${id}-${++repetitions}`
      repeated.set(name, id)
      change(id, () => ({ epochs: [], again: { epoch: 0 } }))
      const stop = watch()
      const enough = new AbortController()
      try {
        await app.sources.want(run.experiment.data)
        const { outcome } = await trainOnce(client, name, run.experiment, {
          engine: run.engine?.name ?? 'auto',
          signal: enough.signal,
          onEpoch({ epoch }) {
            if (epoch >= last || !isListed(id)) enough.abort()
            else change(id, (before) => ({ ...before, again: { epoch } }))
          },
        })
        if (isListed(id))
          change(id, ({ epochs }) => ({
            epochs: epochs.filter(({ epoch }) => epoch <= last),
            again: outcome.kind === 'failed' ? { failed: true } : null,
          }))
      } catch {
        if (isListed(id)) change(id, (before) => ({ ...before, again: { failed: true } }))
      } finally {
        stop()
        repeated.delete(name)
      }
    },
  }
}
