/**
 * What the focused run makes of the data, for the side view: outputs at the probe rows, asked again whenever the run
 * has moved on. Never more than one question is open, and asking takes at most a fifth of the time.
 */
import { createStore } from 'zustand/vanilla'
import { probeRows } from '../domain/data/probe.ts'
import type { Lab } from './lab.ts'
import { finalWeights, isLive, type RunView } from './run-view.ts'

/** Least time between two questions, in ms. */
const ASK_EVERY = 150

export type FitWeights = 'last' | 'best'

export interface FitState {
  /** Which weights of an ended run to show. null: those it ended with. */
  readonly which: FitWeights | null
  readonly fit: { readonly run: string; readonly epoch: number; readonly outputs: Float32Array } | null
}

export type FitWatch = ReturnType<typeof watchFit>

export function watchFit(lab: Lab) {
  const store = createStore<FitState>(() => ({ which: null, fit: null }))
  let asked = ''
  let busy = false
  let cached: { key: string; rows: Float32Array } | null = null

  function rowsFor({ experiment }: RunView): Float32Array | null {
    if (!lab.sources.isReady(experiment.data)) return null
    const key = JSON.stringify([experiment.data, experiment.seed.data])
    if (cached?.key !== key) cached = { key, rows: probeRows(experiment, lab.sources.get(experiment.data)) }
    return cached.rows
  }

  function question(run: RunView, rows: Float32Array): Promise<Float32Array> | null {
    if (isLive(run)) return run.latest ? lab.client.predictLive(run.id, rows) : null
    const { which } = store.getState()
    const weights = which === null ? finalWeights(run) : (run.weights?.[which] ?? null)
    return weights && lab.client.predict(run.experiment, weights, rows)
  }

  async function look() {
    const { runs, focus } = lab.store.getState()
    const run = runs.find(({ id }) => id === focus)
    if (busy) return
    if (!run) {
      if (store.getState().fit !== null) store.setState({ fit: null })
      asked = ''
      return
    }
    const epoch = run.latest?.epoch ?? 0
    const key = [run.id, epoch, run.status.kind, run.weights !== null, store.getState().which].join()
    if (key === asked) return
    const rows = rowsFor(run)
    const answer = rows && question(run, rows)
    if (!answer) return
    asked = key
    busy = true
    const from = performance.now()
    try {
      const outputs = await answer
      store.setState({ fit: { run: run.id, epoch, outputs } })
    } catch {
      // The run ended or its engine went away in between; whatever comes next has another key and asks again.
    }
    const took = performance.now() - from
    setTimeout(
      () => {
        busy = false
        void look()
      },
      Math.max(ASK_EVERY, 4 * took),
    )
  }

  lab.store.subscribe((now, before) => {
    if (now.focus !== before.focus) store.setState({ which: null })
    if (now.runs !== before.runs || now.focus !== before.focus || now.downloads !== before.downloads)
      void look()
  })

  return {
    store,
    choose(which: FitWeights) {
      store.setState({ which })
      void look()
    },
  }
}
