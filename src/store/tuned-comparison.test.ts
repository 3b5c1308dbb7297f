import { beforeEach, describe, expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { membersOf } from '../domain/comparison/comparison.ts'
import { epochsOfTry } from '../domain/comparison/rate-search.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { type AppStore, createAppStore } from './store.ts'
import { createSweeps } from './sweeps.ts'
import { createTunedComparison, type TunedComparison } from './tuned-comparison.ts'

/**
 * A client that trains at once. The loss is the distance to the optimizer's best rate, in decades, plus one. Above 1,
 * SGD diverges.
 */
const BEST = { sgd: 0.3, adam: 0.003, adagrad: 50 } as Record<string, number>

let tunedComparison: TunedComparison
let app: AppStore
let started: { id: string; experiment: Experiment }[]

beforeEach(() => {
  started = []
  const listeners = new Set<(event: ClientEvent) => void>()
  const client = {
    ...quietClient,
    listen(listener: (event: ClientEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(id: string, experiment: Experiment) {
      started.push({ id, experiment })
      const { kind, learningRate } = experiment.optimizer
      const diverges = kind === 'sgd' && learningRate > 1
      const loss = 1 + Math.abs(Math.log10(learningRate / BEST[kind]!))
      const row = {
        epoch: 1,
        train: { loss: 0 },
        validation: { loss },
        penalty: 0,
        learningRate,
        gradients: [],
        seconds: 1,
      }
      const outcome = {
        kind: diverges ? 'diverged' : 'completed',
        epoch: 1,
        best: 1,
        restored: null,
      } as const
      queueMicrotask(() => {
        for (const listener of [...listeners]) {
          listener({ type: 'epochs', run: id, rows: [row], patience: { best: 1, wait: 0 } })
          listener({ type: 'finished', run: id, outcome, last: [], best: null })
        }
      })
    },
  }
  app = createAppStore({
    client,
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  app.actions.openLink('#data=moons&lr=0.02&epochs=200&seed=5')
  const world = {
    name: 'rates',
    client,
    sources: app.sources,
    storage: null,
    tables: app.tables,
    cores: 2,
    deviceMemory: 8,
    now: () => 0,
  }
  tunedComparison = createTunedComparison(app, createSweeps(world))
})

const settled = async () => {
  for (let i = 0; i < 2000; i++) await Promise.resolve()
}

describe('a tuned comparison', () => {
  it('starts one run for each value, from the same seeds', async () => {
    tunedComparison.start('optimizer', ['sgd', 'adam'])
    await settled()
    expect(started.map(({ experiment }) => experiment.optimizer.kind)).toEqual(['sgd', 'adam'])
    expect(new Set(started.map(({ experiment }) => JSON.stringify(experiment.seed))).size).toBe(1)
    expect(app.store.getState().runs.map(({ lineupValue }) => lineupValue?.to)).toEqual(['sgd', 'adam'])
  })

  it('finds each its own learning rate in runs as long as those compared, on the same data, then starts', async () => {
    tunedComparison.search('optimizer', ['sgd', 'adam', 'adagrad'])
    expect(tunedComparison.store.getState().searching).toBe(true)
    await settled()
    const tries = started.filter(({ id }) => id.startsWith('rates-')).map(({ experiment }) => experiment)
    expect(tries).toHaveLength(30)
    expect(
      new Set(tries.map(({ training, seed }) => `${training.epochs} ${seed.data} ${seed.weights}`)),
    ).toEqual(new Set(['200 5 1']))
    const { searching, found } = tunedComparison.store.getState()
    expect(searching).toBe(false)
    expect(found?.rates.map(({ value, rate, atEdge }) => [value, rate, atEdge])).toEqual([
      ['sgd', 0.3, false],
      ['adam', 0.003, false],
      ['adagrad', 3, true],
    ])
    expect(found?.rates[0]?.tries.at(-1)).toEqual({ rate: 3, loss: Number.POSITIVE_INFINITY })
    const { draft, runs } = app.store.getState()
    expect(
      membersOf(draft, NO_TABLES).map(({ optimizer, seed }) => [optimizer.learningRate, seed.weights]),
    ).toEqual([
      [0.3, 5],
      [0.003, 5],
      [3, 5],
    ])
    expect(runs.map(({ experiment }) => experiment.training.epochs)).toEqual([200, 200, 200])
  })

  it('is called off: nothing starts', async () => {
    tunedComparison.search('optimizer', ['sgd', 'adam'])
    tunedComparison.cancel()
    await settled()
    expect(app.store.getState().runs).toEqual([])
    expect(tunedComparison.store.getState()).toEqual({ searching: false, found: null, own: null })
  })

  it('tries all of the epochs, of very many a quarter', () => {
    const of = (epochs: number) => epochsOfTry({ training: { epochs } } as Experiment)
    expect([4, 200, 400, 1000, 4000].map(of)).toEqual([4, 200, 400, 400, 1000])
  })

  it('goes from own rates to one for all and back without another search, as long as nothing else changed', async () => {
    tunedComparison.search('optimizer', ['sgd', 'adam'])
    await settled()
    started = []
    tunedComparison.startAtOneRate()
    await settled()
    expect(started.map(({ experiment }) => experiment.optimizer.learningRate)).toEqual([0.02, 0.02])
    started = []
    expect(tunedComparison.startAtOwnRates()).toBe(true)
    await settled()
    expect(started.map(({ experiment }) => experiment.optimizer.learningRate)).toEqual([0.3, 0.003])
    tunedComparison.startAtOneRate()
    app.actions.edit('dropout', 0.5)
    await settled()
    started = []
    expect(tunedComparison.startAtOwnRates()).toBe(false)
    await settled()
    expect(started).toEqual([])
  })

  it('runs on the charts start together again, as one comparison', async () => {
    tunedComparison.start('dropout', ['0', '0.5'])
    await settled()
    app.actions.edit('l2', 0.01)
    app.actions.clearLineup()
    app.actions.runOrPause()
    await settled()
    const { runs } = app.store.getState()
    for (const { id, visible } of runs) if (!visible) app.actions.toggleVisible(id)
    started = []
    app.actions.runTogether()
    await settled()
    const told = started.map(({ experiment: { regularization } }) => [
      regularization.dropout,
      regularization.l2,
    ])
    expect(told).toEqual([
      [0, 0],
      [0.5, 0],
      [0, 0.01],
    ])
    expect(app.store.getState().runs.filter(({ visible }) => visible)).toHaveLength(3)
  })
})
