/** Going to an epoch of a run, and training on from there. */
import { beforeEach, expect, it, vi } from 'vitest'
import type { ClientEvent } from '../../client/client-event.ts'
import type { EngineClient, StartOptions } from '../../client/engine-client.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { flatWeights, initialWeights, namedWeights } from '../../domain/network/initial-weights.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { readRecords } from '../../domain/run/run-record.ts'
import { isBitExact } from '../../domain/run/trained-by.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { recordOf, runsFile, runsOf } from '../../files/record.ts'
import { en } from '../../text/en/index.ts'
import { runName } from '../../text/run-name.ts'
import { watchFit } from '../predictions.ts'
import { type AppStore, createAppStore } from '../store.ts'

const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 1 / epoch, accuracy: 0.5 },
  validation: { loss: 1, accuracy: 0.5 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 1,
})

let app: AppStore
let tell: (event: ClientEvent) => void
let started: { readonly id: string; readonly experiment: Experiment; readonly options: StartOptions }[]
/** The first weight of every network that was asked. */
let asked: number[]

beforeEach(async () => {
  started = []
  asked = []
  const client: EngineClient = {
    ...quietClient,
    listen(listener) {
      tell = listener
      return () => {}
    },
    start: (id, experiment, options = {}) => void started.push({ id, experiment, options }),
    predictRun: async () => {
      asked.push(Number.NaN)
      return new Float32Array()
    },
    predict: async (_, weights) => {
      asked.push(weights[0]!.values[0]!)
      return new Float32Array()
    },
  }
  const load = () => new Promise<never>(() => {})
  app = createAppStore({ client, load, deviceMemory: 8, language: 'en', theme: null })
  app.actions.openLink('#data=moons&layers=4&optimizer=adam&batch=10&train=50&epochs=8&patience=off&run=1')
  await vi.waitFor(() => expect(started).toHaveLength(1))
})

const current = () => app.store.getState().runs.at(-1)!
/** Weights that are all the number of their epoch, with Adam's averages. */
function stateOf(epoch: number) {
  const weights = flatWeights(initialWeights(current().experiment)).fill(epoch)
  return { weights, slots: [weights.slice(), weights.slice()], updates: 5 * epoch }
}

/** The first run ends after eight epochs, of which the given ones are kept; the fourth is the best. */
function trained(kept = [1, 2, 3, 4, 5, 6, 7, 8]) {
  const { id: run, experiment } = current()
  tell({ type: 'placed', run, engine: { name: 'wasm', device: 'SIMD' }, after: 0, quicker: null })
  tell({ type: 'running', run })
  tell({
    type: 'epochs',
    run,
    rows: [1, 2, 3, 4, 5, 6, 7, 8].map(row),
    patience: { best: 4, wait: 4 },
    kept: kept.map((epoch) => ({ epoch, state: stateOf(epoch) })),
  })
  const named = (epoch: number) => namedWeights(experiment, stateOf(epoch).weights)
  const outcome = { kind: 'completed', epoch: 8, best: 4, restored: null } as const
  tell({ type: 'finished', run, outcome, last: named(8), best: named(4) })
  return run
}

it('a run reports states to be kept, and whoever looks at an epoch sees the nearest that was', async () => {
  expect(started[0]!.options).toMatchObject({ keepEpochs: true })
  const run = trained([2, 6])
  const fit = watchFit(app)
  const leave = fit.watch(run)
  const look = async (epoch: number | null) => {
    fit.goTo(run, epoch)
    const before = asked.length
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(before))
    return [fit.epochOf(current()), asked.at(-1)]
  }
  await vi.waitFor(() => expect(asked).toEqual([8]))
  expect(await look(2)).toEqual([2, 2])
  expect(await look(4)).toEqual([4, 4])
  expect(await look(7)).toEqual([6, 6])
  const [start] = initialWeights(current().experiment)
  expect(await look(0)).toEqual([0, start!.values[0]])
  expect(await look(null)).toEqual([8, 8])
  leave()
})

it('while a run trains its present is asked of it, and an epoch of before of what was kept', async () => {
  const { id: run } = current()
  tell({ type: 'running', run })
  tell({
    type: 'epochs',
    run,
    rows: [row(1), row(2)],
    patience: { best: 1, wait: 1 },
    kept: [1, 2].map((epoch) => ({ epoch, state: stateOf(epoch) })),
  })
  const fit = watchFit(app)
  fit.watch(run)
  await vi.waitFor(() => expect(asked).toEqual([Number.NaN]))
  fit.goTo(run, 1)
  await vi.waitFor(() => expect(asked).toEqual([Number.NaN, 1]))
  // It trains on, and what is looked at stays.
  tell({ type: 'epochs', run, rows: [row(3)], patience: { best: 1, wait: 2 } })
  expect(fit.epochOf(current())).toBe(1)
})

it('a branch goes on with weights, averages and epochs of its parent, and the controls’ settings', async () => {
  const parent = trained()
  app.actions.edit('lr', 0.001)
  app.actions.branch(parent, { epoch: 5, edits: [] })
  await vi.waitFor(() => expect(started).toHaveLength(2))
  const { experiment, options } = started[1]!
  expect(experiment.optimizer.learningRate).toBe(0.001)
  expect(options.from).toMatchObject({
    epoch: 5,
    state: stateOf(5),
    stopping: { bestEpoch: 0, wait: 0, best: Number.POSITIVE_INFINITY },
    best: null,
  })
  const view = current()
  expect(view.branch).toEqual({ run: parent, epoch: 5, optimizer: 'kept' })
  expect(app.history(view.id)).toEqual([1, 2, 3, 4, 5].map(row))
  expect(runName(view, en)).toMatch(/^from 5 \+ learning rate 0\.001/)
  const { runs, runGroup } = app.store.getState()
  expect(runs.map(({ visible }) => visible)).toEqual([true, true])
  expect(runGroup).toEqual([view.id])
})

it('where it began later than the controls train, it trains as many epochs more', () => {
  const parent = trained()
  app.actions.branch(parent, { epoch: 8, edits: [] })
  expect(current().experiment.training.epochs).toBe(16)
})

it('another optimizer starts its averages anew, and another network is refused', async () => {
  const parent = trained()
  app.actions.edit('optimizer', 'momentum')
  app.actions.branch(parent, { epoch: 5, edits: [] })
  await vi.waitFor(() => expect(started).toHaveLength(2))
  const { state } = started[1]!.options.from!
  expect(state).toMatchObject({ updates: 0, weights: stateOf(5).weights })
  expect(state.slots).toEqual([new Float32Array(state.weights.length)])
  expect(current().branch?.optimizer).toBe('new')
  app.actions.edit('layers', [{ units: 5 }])
  app.actions.branch(parent, { epoch: 5, edits: [] })
  expect(app.store.getState().runs).toHaveLength(2)
})

it('a weight set by hand is in what the branch begins with, in its record and in its name', async () => {
  const parent = trained()
  const edit = { name: 'dense_1/kernel', index: 1, from: 5, to: -2.5 }
  app.actions.branch(parent, { epoch: 5, edits: [edit] })
  await vi.waitFor(() => expect(started).toHaveLength(2))
  expect(Array.from(started[1]!.options.from!.state.weights.subarray(0, 3))).toEqual([5, -2.5, 5])
  const view = current()
  expect(runName(view, en)).toBe('from 5, edited')
  const read = readRecords(runsFile([recordOf(view, app.history(view.id))]), NO_TABLES)
  expect(read.ok && read.records[0]!.branch).toEqual({
    run: parent,
    epoch: 5,
    optimizer: 'kept',
    edits: [edit],
  })
  expect(read.ok && runsOf(read.records)[0]!.view.branch).toEqual(view.branch)
})

it('a branch is never called exact, and not trained again from its seeds', async () => {
  const parent = trained()
  expect(isBitExact(current())).toBe(true)
  app.actions.branch(parent, { epoch: 5, edits: [] })
  await vi.waitFor(() => expect(started).toHaveLength(2))
  const { id } = current()
  tell({ type: 'placed', run: id, engine: { name: 'wasm', device: 'SIMD' }, after: 5, quicker: null })
  expect(current()).toMatchObject({ engine: { name: 'wasm' } })
  expect(isBitExact(current())).toBe(false)
  const outcome = { kind: 'stopped', epoch: 5, best: 0, restored: null } as const
  tell({ type: 'finished', run: id, outcome, last: initialWeights(current().experiment), best: null })
  await app.actions.check(id)
  expect(started).toHaveLength(2)
})

it('what is shown has the weight that was set, which knows what it was; set back, it is no edit', async () => {
  const run = trained()
  const fit = watchFit(app)
  const set = (to: number) => fit.edit(run, { name: 'dense_1/kernel', index: 0, to })
  const edits = () => fit.store.getState().edits[run]
  fit.watch(run)
  fit.goTo(run, 5)
  set(6)
  set(7)
  expect(edits()).toEqual([{ name: 'dense_1/kernel', index: 0, from: 5, to: 7 }])
  await vi.waitFor(() => expect(asked.at(-1)).toBe(7))
  set(5)
  expect(edits()).toEqual([])
  set(6)
  fit.goTo(run, 3)
  expect(fit.store.getState().edits[run]).toBeUndefined()
})
