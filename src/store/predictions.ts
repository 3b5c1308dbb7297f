/**
 * What networks answer and look like inside, for the views that show it: outputs at the probe rows, activations of units,
 * outputs for a part, sizes of weights. Asked again whenever a run has trained on, and only while a view watches.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import { rawSamples } from '../domain/data/dataset.ts'
import { mapRows, probeRows } from '../domain/data/probe.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { flatWeights } from '../domain/network/initial-weights.ts'
import { parameterCount } from '../domain/network/network.ts'
import type { Stroke } from '../domain/predictions/drawn-digit.ts'
import type { WeightEdit } from '../domain/run/branch.ts'
import type { Numbers } from '../domain/table/table.ts'
import type { DropoutStep } from '../domain/training/dropout.ts'
import { lastStepOf } from '../domain/training/dropout-step.ts'
import type { InspectionOf, SeenOf } from '../protocol/inspection.ts'
import { type Asked, type Look, type LookAt, type LookNow, lookKey } from './looks.ts'
import { cachedRows } from './probe-rows.ts'
import { createQuestions, type Question } from './questions.ts'
import { isInProgress, keptRow, type RunView } from './run-view.ts'
import type { AppStore } from './store.ts'
import { editedAlso, withEdits } from './time-travel/edits.ts'
import { historyEpochs } from './time-travel/history-epochs.ts'
import { type Moment, momentAt, momentEpochs, nearestEpoch } from './time-travel/moments.ts'

/** The page hears of epochs so many times a second, about. */
const REPORTED = 10
/** A worker sees the units of a network with so few parameters in a few milliseconds. */
const QUICKLY_SEEN = 20_000

interface Fit {
  readonly epoch: number
  readonly outputs: Float32Array
}

/** A digit that is drawn, and the picture of it that networks are given. */
interface Drawing {
  readonly strokes: readonly Stroke[]
  readonly picture: Float32Array
}

/** The last answer to a look. */
export interface Sight<K extends LookAt = LookAt> {
  /** The last finished epoch of the weights that were looked at. */
  readonly epoch: number
  /** The step through whose mask units are seen. */
  readonly step: DropoutStep | null
  readonly seen: SeenOf<K extends 'sample' ? 'activations' : Exclude<K, 'sample'>>
}

export interface FitState {
  /**
   * By run: the epoch that is looked at. Absent: the present weights of a run that trains, or those that it was left with.
   */
  readonly at: Readonly<Record<string, number>>
  /** By run: the weights that a person set by hand, of the epoch that is looked at. */
  readonly edits: Readonly<Record<string, readonly WeightEdit[]>>
  /** By run: the last answer. */
  readonly fits: Readonly<Record<string, Fit>>
  /** By run and then by `lookKey`. */
  readonly sights: Readonly<Record<string, Readonly<Record<string, Sight>>>>
  /** The digit that is drawn, for all runs; null while none is. */
  readonly drawing: Drawing | null
  /** By run: the last answer to a drawing. */
  readonly drawn: Readonly<Record<string, Fit>>
}

export interface FitWatch {
  readonly store: StoreApi<FitState>
  /** Asks for a run's outputs at the probe rows until the returned function is called. */
  watch(id: string): () => void
  /** Looks inside a run's network until the returned function is called. */
  look(id: string, look: Look): () => void
  /** Asks for a run's outputs for the drawing until the returned function is called. */
  watchDrawing(id: string): () => void
  /** Replaces the drawing. */
  draw(drawing: Drawing | null): void
  /** Looks at the stored epoch nearest to this one; null goes back to the present, or to what the run was left with. */
  goTo(id: string, epoch: number | null): void
  /** Sets a weight of the epoch that is looked at, in what is shown; the run itself is as it was. */
  edit(id: string, weight: Omit<WeightEdit, 'from'>): void
  forgetEdits(id: string): void
  /** The epoch that is looked at; null for the present one of a run that trains. */
  epochOf(run: RunView): number | null
}

export function watchFit(app: AppStore): FitWatch {
  const store = createStore<FitState>(() => ({
    at: {},
    edits: {},
    fits: {},
    sights: {},
    drawing: null,
    drawn: {},
  }))
  const questions = createQuestions(app)
  const probes = cachedRows(app, probeRows)
  const maps = cachedRows(app, mapRows)

  const isReady = ({ experiment }: RunView) => app.sources.isReady(experiment.data)
  const editsOf = (id: string) => store.getState().edits[id] ?? NO_EDITS

  /** null for the present weights of a run that trains, and of a run without any. */
  function epochOf(run: RunView): number | null {
    const at = store.getState().at[run.id]
    if (at === undefined) return isInProgress(run) || run.weights === null ? null : (keptRow(run)?.epoch ?? 0)
    const epochs = momentEpochs(run, app.kept(run.id))
    return epochs.length === 0 ? null : nearestEpoch(epochs, at)
  }

  function stateOf(run: RunView): string {
    const epoch = epochOf(run)
    if (epoch !== null) return `${epoch} ${JSON.stringify(editsOf(run.id))}`
    return [run.latest?.epoch ?? 0, run.status.kind, run.weights !== null].join()
  }

  /** The weights that are looked at, with what was set by hand. */
  function momentOf(run: RunView): Moment | null {
    const epoch = epochOf(run)
    const moment = epoch === null ? null : momentAt(run, app.kept(run.id), epoch)
    return moment && { ...moment, weights: withEdits(moment.weights, editsOf(run.id)) }
  }

  /** The outputs for raw rows; null where there is nothing to ask. */
  function fitAt(run: RunView, rows: Numbers | null): Promise<Fit> | null {
    if (!rows) return null
    const moment = momentOf(run)
    const epoch = moment?.epoch ?? run.latest?.epoch ?? 0
    const fit = (outputs: Float32Array) => ({ epoch, outputs })
    if (moment) return app.client.predict(run.experiment, moment.weights, rows).then(fit)
    return isInProgress(run) && run.latest ? app.client.predictRun(run.id, rows).then(fit) : null
  }

  const fitOf = (run: RunView) =>
    fitAt(run, probes(run.experiment))?.then(
      (fit) => () => store.setState(({ fits }) => ({ fits: { ...fits, [run.id]: fit } })),
    ) ?? null

  /** What the network makes of the digit that is drawn. */
  function drawnOf(run: RunView) {
    const { drawing } = store.getState()
    const asked = drawing && isReady(run) ? fitAt(run, drawing.picture) : null
    return (
      asked?.then((fit) => () => {
        store.setState(({ drawn }) => ({ drawn: { ...drawn, [run.id]: fit } }))
      }) ?? null
    )
  }

  const keepSight = (run: string, key: string, sight: Sight) =>
    store.setState(({ sights }) => ({ sights: { ...sights, [run]: { ...sights[run], [key]: sight } } }))

  function sightOf(run: RunView, look: LookNow): Promise<() => void> | null {
    if (!isReady(run)) return null
    const moment = momentOf(run)
    const epoch = moment?.epoch ?? run.latest?.epoch ?? 0
    const what = inspectionOf(run.experiment, look, epoch)
    const step = 'step' in what ? what.step : null
    const keep = (seen: SeenOf<Asked>) => () => keepSight(run.id, lookKey(look), { epoch, step, seen })
    if (moment) return app.client.inspect<Asked>(run.experiment, moment.weights, what).then(keep)
    return isInProgress(run) && run.latest ? app.client.inspectRun<Asked>(run.id, what).then(keep) : null
  }

  function historyOf(run: RunView): Promise<() => void> | null {
    const kept = app.kept(run.id)
    const moments = historyEpochs(run, kept).flatMap((epoch) => momentAt(run, kept, epoch) ?? [])
    const last = moments.at(-1)
    if (!last) return null
    const flat = moments.map(({ epoch, weights }) => ({ epoch, weights: flatWeights(weights) }))
    return app.client
      .inspect(run.experiment, last.weights, { kind: 'weight-history', moments: flat })
      .then((seen) => () => keepSight(run.id, 'weight-history', { epoch: last.epoch, step: null, seen }))
  }

  function inspectionOf(experiment: Experiment, look: LookNow, epoch: number): InspectionOf<Asked> {
    if (look.kind === 'strips') return { kind: 'strips', rows: trainingRow(experiment, look.sample) }
    if (look.kind !== 'units' && look.kind !== 'sample') return look
    const step = look.masked ? lastStepOf(experiment, epoch) : null
    if (look.kind === 'units') return { kind: 'units', rows: maps(experiment)!, step }
    return { kind: 'activations', rows: trainingRow(experiment, look.sample), step }
  }

  function trainingRow(experiment: Experiment, sample: number) {
    const { inputs, count } = rawSamples(experiment, 'train', app.sources.get(experiment.data))
    const width = inputs.length / count
    return inputs.slice(sample * width, (sample + 1) * width)
  }

  function ask(
    id: string,
    name: string,
    question: (run: RunView) => Promise<() => void> | null,
    { state = stateOf, isMoving }: Pick<Partial<Question>, 'state' | 'isMoving'> = {},
  ) {
    const run = app.store.getState().runs.find((other) => other.id === id)
    // A run from elsewhere may use data that the controls have never asked for.
    if (run) app.sources.want(run.experiment.data).catch(() => {})
    return questions.watch(`${id} ${name}`, { run: id, state, isMoving, ask: question })
  }

  const isQuicklySeen = ({ experiment }: RunView) => parameterCount(experiment) <= QUICKLY_SEEN

  function trainsFast(run: RunView): boolean {
    const { pace } = app.store.getState()
    return run.status.kind === 'running' && epochOf(run) === null && (pace === null || pace > REPORTED)
  }

  /** Forgets the answers of runs that are gone. */
  function forget(runs: readonly RunView[]) {
    const here = new Set(runs.map(({ id }) => id))
    const { at, edits, fits, sights, drawn } = store.getState()
    if (Object.keys({ ...at, ...edits, ...fits, ...sights, ...drawn }).every((id) => here.has(id))) return
    const left = <T>(of: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(of).filter(([id]) => here.has(id)))
    const kept = { at: left(at), edits: left(edits), fits: left(fits), sights: left(sights) }
    store.setState({ ...kept, drawn: left(drawn) })
  }
  app.store.subscribe((now, before) => {
    if (now.runs !== before.runs) forget(now.runs)
  })

  function goTo(id: string, epoch: number | null) {
    store.setState(({ at, edits }) => ({
      at: epoch === null ? without(at, id) : { ...at, [id]: epoch },
      edits: without(edits, id),
    }))
    void questions.look()
  }

  return {
    store,
    watch: (id) => ask(id, 'fit', fitOf),
    // A drawing that has changed is another: the strokes themselves say what state they are in.
    watchDrawing: (id) =>
      ask(id, 'drawing', drawnOf, {
        state: (run) => `${stateOf(run)} ${JSON.stringify(store.getState().drawing?.strokes)}`,
      }),
    draw(drawing) {
      store.setState({ drawing })
      void questions.look()
    },
    look(id, look) {
      if (look.kind === 'weight-history')
        return ask(id, look.kind, historyOf, { state: (run) => historyEpochs(run, app.kept(id)).join() })
      // The diagram is a moving picture of the training, as far as that is faster than the page hears of epochs.
      return ask(id, lookKey(look), (run) => sightOf(run, look), {
        isMoving: (run) => look.kind === 'units' && isQuicklySeen(run) && trainsFast(run),
      })
    },
    goTo,
    edit(id, weight) {
      const run = app.store.getState().runs.find((other) => other.id === id)
      if (!run) return
      // The present of a run that trains would be another before the weight is set.
      if (epochOf(run) === null) goTo(id, run.latest?.epoch ?? 0)
      const epoch = epochOf(run)
      const array = momentAt(run, app.kept(id), epoch ?? 0)?.weights.find(({ name }) => name === weight.name)
      const from = array?.values[weight.index]
      if (from === undefined) return
      store.setState(({ edits }) => ({
        edits: { ...edits, [id]: editedAlso(edits[id] ?? NO_EDITS, { ...weight, from }) },
      }))
      void questions.look()
    },
    forgetEdits(id) {
      store.setState(({ edits }) => ({ edits: without(edits, id) }))
      void questions.look()
    },
    epochOf,
  }
}

const NO_EDITS: readonly WeightEdit[] = []

function without<T>(of: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _, ...rest } = of
  return rest
}
