/**
 * What networks answer and look like inside, for the views that show it: outputs at the probe rows, activations of units,
 * outputs for a part, sizes of weights. Asked again whenever a run has trained on, and only while a view watches.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import { mapRows, probeRows } from '../domain/data/probe.ts'
import type { Experiment, Part } from '../domain/experiment/experiment.ts'
import type { DropoutStep } from '../domain/training/dropout.ts'
import { lastStepOf } from '../domain/training/dropout-step.ts'
import type { Inspection, Seen, SeenOf } from '../protocol/inspection.ts'
import type { FitWeights } from './live/live-state.ts'
import { cachedRows } from './probe-rows.ts'
import { createQuestions } from './questions.ts'
import { finalWeights, isLive, type RunView, restoredBest } from './run-view.ts'
import type { AppStore } from './store.ts'

/** What a view looks at inside a network; its rows and its step are those of the moment. */
export type Look =
  /** The units over the plane or line of the data; through the mask of the last training step where asked for. */
  | { readonly kind: 'units'; readonly masked: boolean }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'weights' }
type LookAt = Look['kind']

interface Fit {
  readonly epoch: number
  readonly outputs: Float32Array
}

/** The last answer to a look. */
export interface Sight<K extends LookAt = LookAt> {
  /** The last finished epoch of the weights that were looked at. */
  readonly epoch: number
  /** The step through whose mask units are seen. */
  readonly step: DropoutStep | null
  readonly seen: SeenOf<K>
}

export interface FitState {
  /** By run: which weights of an ended run to show. Absent, those that it ended with. */
  readonly which: Readonly<Record<string, FitWeights>>
  /** By run: the last answer. */
  readonly fits: Readonly<Record<string, Fit>>
  /** By run and then by `lookKey`. */
  readonly sights: Readonly<Record<string, Readonly<Record<string, Sight>>>>
}

export interface FitWatch {
  readonly store: StoreApi<FitState>
  /** Asks for a run's outputs at the probe rows until the returned function is called. */
  watch(id: string): () => void
  /** Looks inside a run's network until the returned function is called. */
  look(id: string, look: Look): () => void
  /** Which weights of an ended run to show. */
  choose(id: string, weights: FitWeights): void
}

export function watchFit(app: AppStore): FitWatch {
  const store = createStore<FitState>(() => ({ which: {}, fits: {}, sights: {} }))
  const questions = createQuestions(app)
  const probes = cachedRows(app, probeRows)
  const maps = cachedRows(app, mapRows)

  const isReady = ({ experiment }: RunView) => app.sources.isReady(experiment.data)
  const whichOf = (id: string) => store.getState().which[id]
  const weightsOf = (run: RunView) => {
    const which = whichOf(run.id)
    return which === undefined ? finalWeights(run) : (run.weights?.[which] ?? null)
  }

  function fitOf(run: RunView): Promise<() => void> | null {
    const rows = probes(run.experiment)
    if (!rows) return null
    const epoch = run.latest?.epoch ?? 0
    const keep = (outputs: Float32Array) => () =>
      store.setState(({ fits }) => ({ fits: { ...fits, [run.id]: { epoch, outputs } } }))
    if (isLive(run)) return run.latest && app.client.predictLive(run.id, rows).then(keep)
    const weights = weightsOf(run)
    return weights && app.client.predict(run.experiment, weights, rows).then(keep)
  }

  function sightOf(run: RunView, look: Look): Promise<() => void> | null {
    if (!isReady(run)) return null
    const epoch = shownEpoch(run, whichOf(run.id))
    const what = inspectionOf(run.experiment, look, epoch)
    const step = what.kind === 'units' ? what.step : null
    const keep = (seen: Extract<Seen, { kind: LookAt }>) => () =>
      store.setState(({ sights }) => ({
        sights: { ...sights, [run.id]: { ...sights[run.id], [lookKey(look)]: { epoch, step, seen } } },
      }))
    if (isLive(run)) return run.latest && app.client.inspectLive<LookAt>(run.id, what).then(keep)
    const weights = weightsOf(run)
    return weights && app.client.inspect<LookAt>(run.experiment, weights, what).then(keep)
  }

  function inspectionOf(
    experiment: Experiment,
    look: Look,
    epoch: number,
  ): Extract<Inspection, { kind: LookAt }> {
    if (look.kind !== 'units') return look
    const step = look.masked ? lastStepOf(experiment, epoch) : null
    return { kind: 'units', rows: maps(experiment)!, step }
  }

  function ask(id: string, name: string, question: (run: RunView) => Promise<() => void> | null) {
    const run = app.store.getState().runs.find((other) => other.id === id)
    // A run from elsewhere may use data that the controls have never asked for.
    if (run) app.sources.want(run.experiment.data).catch(() => {})
    return questions.watch(`${id} ${name}`, { run: id, state: () => whichOf(id) ?? '', ask: question })
  }

  /** Forgets the answers of runs that are gone. */
  function forget(runs: readonly RunView[]) {
    const here = new Set(runs.map(({ id }) => id))
    const { fits, sights } = store.getState()
    if (Object.keys({ ...fits, ...sights }).every((id) => here.has(id))) return
    const left = <T>(of: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(of).filter(([id]) => here.has(id)))
    store.setState((state) => ({ which: left(state.which), fits: left(fits), sights: left(sights) }))
  }
  app.store.subscribe((now, before) => {
    if (now.runs !== before.runs) forget(now.runs)
  })

  return {
    store,
    watch: (id) => ask(id, 'fit', fitOf),
    look: (id, look) => ask(id, lookKey(look), (run) => sightOf(run, look)),
    choose(id, weights) {
      store.setState(({ which }) => ({ which: { ...which, [id]: weights } }))
      void questions.look()
    },
  }
}

/** Equal for looks that get the same answer. */
export function lookKey(look: Look): string {
  switch (look.kind) {
    case 'units':
      return look.masked ? 'masked units' : 'units'
    case 'part':
      return look.part
    case 'weights':
      return 'weights'
    default:
      return look satisfies never
  }
}

/** The last finished epoch of the weights that are shown of a run. */
function shownEpoch(run: RunView, which: FitWeights | undefined): number {
  const isBest =
    which === 'best' ||
    (which === undefined && run.status.kind === 'ended' && restoredBest(run.status.outcome))
  return (isBest ? run.best?.epoch : run.latest?.epoch) ?? 0
}
