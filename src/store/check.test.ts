/** A run that came without its weights gets them by being trained again, and its test set can then be opened. */
import { beforeEach, expect, it } from 'vitest'
import { tellingClient } from '../client/quiet-client.testing.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { runsOf } from '../files/record.ts'
import { type AppStore, createAppStore } from './store.ts'

const experiment = expectExperiment({ data: { set: 'moons' }, training: { epochs: 2 }, earlyStopping: null })
const weights = initialWeights(experiment)
const row = (epoch: number, loss: number): EpochRow => ({
  epoch,
  train: { loss },
  validation: { loss },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0,
})

let losses: readonly number[]
let app: AppStore
let wanted: string[]

beforeEach(() => {
  losses = [0.5, 0.25]
  wanted = []
  const { client, tell } = tellingClient({
    start(run) {
      queueMicrotask(() => {
        tell({ type: 'placed', run, engine: { name: 'wasm', device: 'SIMD' }, after: 0, quicker: null })
        const rows = losses.map((loss, i) => row(i + 1, loss))
        tell({ type: 'epochs', run, rows, patience: { best: 2, wait: 0 } })
        const outcome = { kind: 'completed', epoch: 2, best: 2, restored: null } as const
        tell({ type: 'finished', run, outcome, last: weights, best: null })
      })
    },
    test: async () => ({ loss: 0.75 }),
  })
  const load = (set: string) => {
    wanted.push(set)
    return new Promise<never>(() => {})
  }
  app = createAppStore({ client, load, deviceMemory: 8, language: 'en', theme: null })
  app.actions.openLink('#data=circle')
  const record = {
    version: 1,
    id: 'a',
    experiment,
    engine: { name: 'wasm', device: 'SIMD' },
    epochs: [row(1, 0.5), row(2, 0.25)],
    outcome: { kind: 'completed', epoch: 2, best: 2, restored: null },
    test: null,
    weights: [],
  } as const
  app.actions.importRuns(runsOf([record]))
})

const opened = () => app.store.getState().runs.find(({ id }) => id === 'a')!

it('trained again it is the same run, with weights, and its test set opens', async () => {
  await app.actions.openTest('a')
  expect(opened().test.kind).toBe('sealed')
  await app.actions.check('a')
  expect(app.store.getState().checks.a).toEqual({ kind: 'exact', epochs: 2 })
  expect(opened().weights?.last).toBe(weights)
  await app.actions.openTest('a')
  expect(opened().test).toEqual({ kind: 'opened', score: { loss: 0.75 } })
})

it('weights of a run that came out otherwise are not its own', async () => {
  losses = [0.5, 0.125]
  await app.actions.check('a')
  expect(app.store.getState().checks.a).toEqual({ kind: 'differs', epoch: 2 })
  expect(opened().weights).toBeNull()
})
