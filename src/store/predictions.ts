/**
 * The outputs of runs at the probe rows, for the views that show them; they are asked for again whenever a run has
 * trained on. Only runs that a view watches are asked, in turn. There is never more than one open question, and
 * questions take at most a fifth of the time while runs train.
 */

import { createStore } from 'zustand/vanilla'
import type { Numbers } from '../domain/table/table.ts'
import type { FitWeights } from './live/live-state.ts'
import { createProbeRows } from './probe-rows.ts'
import { finalWeights, isLive, type RunView } from './run-view.ts'
import type { AppStore } from './store.ts'

/** The shortest time between two questions, in ms. */
const ASK_EVERY = 150

interface Fit {
  readonly epoch: number
  readonly outputs: Float32Array
}

export interface FitState {
  /** By run: which weights of an ended run to show. Absent, those that it ended with. */
  readonly which: Readonly<Record<string, FitWeights>>
  /** By run: the last answer. */
  readonly fits: Readonly<Record<string, Fit>>
}

export type FitWatch = ReturnType<typeof watchFit>

export function watchFit(app: AppStore) {
  const store = createStore<FitState>(() => ({ which: {}, fits: {} }))
  /** The watched runs, and how many views watch each; the first has waited longest for an answer. */
  const watched = new Map<string, number>()
  /** By run: the last question. */
  const asked = new Map<string, string>()
  const probeRows = createProbeRows(app)
  let asking = false
  let resting: ReturnType<typeof setTimeout> | undefined

  function question(run: RunView, rows: Numbers): Promise<Float32Array> | null {
    if (isLive(run)) return run.latest ? app.client.predictLive(run.id, rows) : null
    const which = store.getState().which[run.id]
    const weights = which === undefined ? finalWeights(run) : (run.weights?.[which] ?? null)
    return weights && app.client.predict(run.experiment, weights, rows)
  }

  /** The question to the run that has trained on and waited longest; null if there is nothing to ask. */
  function next() {
    const { runs } = app.store.getState()
    for (const id of watched.keys()) {
      const run = runs.find((other) => other.id === id)
      if (!run) continue
      const epoch = run.latest?.epoch ?? 0
      const key = [epoch, run.status.kind, run.weights !== null, store.getState().which[id]].join()
      if (asked.get(id) === key) continue
      const rows = probeRows(run.experiment)
      const answer = rows && question(run, rows)
      if (answer) return { id, epoch, key, answer }
    }
    return null
  }

  async function look() {
    if (asking || resting !== undefined) return
    const question = next()
    if (!question) return
    const { id, epoch, key, answer } = question
    asked.set(id, key)
    const watchers = watched.get(id)!
    watched.delete(id)
    watched.set(id, watchers)
    asking = true
    const from = performance.now()
    try {
      const outputs = await answer
      if (asked.has(id)) store.setState(({ fits }) => ({ fits: { ...fits, [id]: { epoch, outputs } } }))
    } catch {
      // The run ended or its engine failed in the meantime; the next state has another key and is asked anew.
    }
    asking = false
    rest(
      training(app.store.getState().runs) ? Math.max(ASK_EVERY, 4 * (performance.now() - from)) : ASK_EVERY,
    )
  }

  function rest(ms: number) {
    clearTimeout(resting)
    resting = setTimeout(() => {
      resting = undefined
      void look()
    }, ms)
  }

  /** Forgets the answers of runs that are gone. */
  function forget(runs: readonly RunView[]) {
    const here = new Set(runs.map(({ id }) => id))
    const gone = [...asked.keys()].filter((id) => !here.has(id))
    if (gone.length === 0) return
    for (const id of gone) asked.delete(id)
    const left = <T>(of: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(of).filter(([id]) => here.has(id)))
    store.setState(({ which, fits }) => ({ which: left(which), fits: left(fits) }))
  }

  app.store.subscribe((now, before) => {
    if (now.runs !== before.runs) {
      forget(now.runs)
      // While nothing trains, answers may take as much time as they need.
      if (resting !== undefined && training(before.runs) && !training(now.runs)) rest(ASK_EVERY)
    }
    if (now.runs !== before.runs || now.downloads !== before.downloads) void look()
  })

  return {
    store,
    /** Watches a run until the returned function is called. */
    watch(id: string): () => void {
      watched.set(id, (watched.get(id) ?? 0) + 1)
      const run = app.store.getState().runs.find((other) => other.id === id)
      // A run from elsewhere may use data that the controls have never asked for.
      if (run) app.sources.want(run.experiment.data).catch(() => {})
      void look()
      return () => {
        const others = (watched.get(id) ?? 1) - 1
        if (others > 0) watched.set(id, others)
        else watched.delete(id)
      }
    },
    choose(id: string, weights: FitWeights) {
      store.setState(({ which }) => ({ which: { ...which, [id]: weights } }))
      void look()
    },
  }
}

const training = (runs: readonly RunView[]) => runs.some(isLive)
