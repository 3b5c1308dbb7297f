/** Live mode with a client that trains nothing: what is asked of it, and what the page shows for its answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientEvent } from '../../client/client-event.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import type { EnginePreference } from '../../domain/run/engines.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { type AppStore, createAppStore } from '../store.ts'
import { createLive } from './live.ts'

const SMALL = 'data=moons&train=40&validation=40&test=40&layers=4&epochs=3&patience=off'

let time = 0
let tell: (event: ClientEvent) => void
/** Runs that were started and neither ended nor disposed. */
let training: Map<string, { experiment: Experiment; engine: EnginePreference | undefined }>
let startedInAll: number
let loads: string[]
let predict: () => Promise<Float32Array>
let app: AppStore

beforeEach(() => {
  vi.useFakeTimers()
  time = 1000
  startedInAll = 0
  loads = []
  predict = async () => new Float32Array([0.5])
  training = new Map()
  const listeners = new Set<(event: ClientEvent) => void>()
  tell = (event) => {
    for (const listener of listeners) listener(event)
  }
  app = createAppStore({
    client: {
      ...quietClient,
      listen(listener) {
        listeners.add(listener)
        return () => {}
      },
      start(run, experiment, options) {
        startedInAll++
        training.set(run, { experiment, engine: options?.engine })
      },
      dispose: (run) => void training.delete(run),
      predict: () => predict(),
    },
    load: (set) => {
      loads.push(set)
      return new Promise(() => {})
    },
    deviceMemory: 8,
    language: 'en',
    theme: null,
    now: () => time,
    createLive,
  })
  app.actions.openLink(`#${SMALL}`)
})

afterEach(() => {
  app.actions.setLive(false)
  vi.useRealTimers()
})

const row = (epoch: number, validation: number, seconds = 0.01): EpochRow => ({
  epoch,
  train: { loss: 0.5, accuracy: 0.9 },
  validation: { loss: validation, accuracy: 0.8 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [0.1],
  seconds,
})

const live = () => app.store.getState().live!
const shownL2 = () => live().shown?.own.experiment.regularization.l2
const running = () => [...training.keys()]
const only = () => {
  expect(running()).toHaveLength(1)
  return running()[0]!
}

function grow(run: string, losses: readonly number[], took = 30) {
  tell({ type: 'placed', run, engine: { name: 'wasm', device: '' }, after: 0, quicker: null })
  tell({ type: 'running', run })
  const rows = losses.map((loss, i) => row(i + 1, loss, took / 1000 / losses.length))
  const best = losses.indexOf(Math.min(...losses)) + 1
  tell({ type: 'epochs', run, rows, patience: { best, wait: losses.length - best } })
  return best
}

/** The run ends with these validation losses; its network is asked before it is shown. */
async function finish(run: string, losses: readonly number[] = [0.6, 0.4, 0.5], took = 20) {
  time += took
  const { experiment } = training.get(run)!
  const best = grow(run, losses, took)
  training.delete(run)
  tell({
    type: 'finished',
    run,
    outcome: { kind: 'completed', epoch: losses.length, best, restored: null },
    last: initialWeights(experiment),
    best: null,
  })
  await vi.advanceTimersByTimeAsync(0)
}

async function turnOn() {
  app.actions.setLive(true)
  await finish(only())
}

describe('what the controls show is trained at once', () => {
  it('on the engine that repeats runs to the bit, and off the list', async () => {
    app.actions.setLive(true)
    expect(training.get(only())!.engine).toBe('wasm')
    expect(live().shown).toBe(null)
    await finish(only())
    expect(live().shown!.view.latest!.epoch).toBe(3)
    expect(live().baseline).toBe(live().shown)
    expect(app.history(live().shown!.view.id)).toHaveLength(3)
    expect(app.store.getState().runs).toEqual([])
  })

  it('a change starts the changed experiment, with the same seeds; the baseline stays', async () => {
    await turnOn()
    const before = live().shown!
    app.actions.edit('l2', 0.01)
    const { experiment } = training.get(only())!
    expect(experiment.regularization.l2).toBe(0.01)
    expect(experiment.seed).toEqual(before.own.experiment.seed)
    expect(live().shown).toBe(before)
    expect(live().behind).toBe(true)
    await finish(only(), [0.6, 0.5, 0.3])
    expect(shownL2()).toBe(0.01)
    expect(live().behind).toBe(false)
    expect(live().baseline!.key).toBe(before.key)
    expect(live().shown!.outputs).toEqual(new Float32Array([0.5]))
  })

  it('a draft that is changed already is compared with the baseline that its controls are marked against', async () => {
    app.actions.edit('l2', 0.1)
    app.actions.setLive(true)
    const trained = [...training.values()].map(({ experiment }) => experiment.regularization.l2)
    expect(trained.sort()).toEqual([0, 0.1])
    for (const run of running()) await finish(run)
    expect(live().baseline!.own.experiment.regularization.l2).toBe(0)
    expect(shownL2()).toBe(0.1)
  })

  it('the samples of a baseline that the controls have left are asked for', () => {
    app.actions.openLink('#preset=keras-mnist&data=moons&train=40&validation=40&test=40&layers=4&live=1')
    expect(loads).toContain('digits')
  })

  it('a pinned engine is used instead', () => {
    app.actions.setEngine('cpu')
    app.actions.setLive(true)
    expect(training.get(only())!.engine).toBe('cpu')
  })

  it('goes on with the engine of the page where the exact one cannot be started', async () => {
    app.actions.setLive(true)
    const refused = only()
    training.delete(refused)
    tell({ type: 'failed', run: refused, reason: 'engine', message: 'no SIMD' })
    await vi.advanceTimersByTimeAsync(0)
    expect(training.get(only())!.engine).toBe('auto')
  })
})

describe('only the latest counts', () => {
  it('a long run is cut off by a change in its middle', async () => {
    app.actions.setLive(true)
    await finish(only(), undefined, 3000)
    app.actions.edit('l2', 0.01)
    const first = only()
    time += 500
    app.actions.edit('l2', 0.02)
    expect(training.has(first)).toBe(false)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.02)
  })

  it('what a worker needs to start does not count as the length of a run', async () => {
    app.actions.setLive(true)
    time += 5000
    await finish(only())
    expect(live().seconds).toBeCloseTo(0.02)
  })

  it('a run that ends within a frame is let end, and the latest follows', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    app.actions.edit('l2', 0.02)
    app.actions.edit('l2', 0.03)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.01)
    await finish(only())
    expect(shownL2()).toBe(0.01)
    expect(live().behind).toBe(true)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.03)
    await finish(only())
    expect(shownL2()).toBe(0.03)
    expect(live().behind).toBe(false)
  })

  it('a picture of the run that grew until the pause does not hide that the controls have moved on', async () => {
    await turnOn()
    let answer = (_: Float32Array) => {}
    predict = () => new Promise((resolve) => (answer = resolve))
    app.actions.edit('l2', 0.01)
    time += 1000
    grow(only(), [0.6, 0.5])
    app.actions.pauseLive()
    app.actions.edit('l2', 0.02)
    answer(new Float32Array([0.7]))
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(0.01)
    expect(live().behind).toBe(true)
  })

  it('what was trained before is shown at once, and late answers for others are dropped', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    await finish(only())
    app.actions.edit('l2', 0.02)
    const late = only()
    app.actions.edit('l2', 0)
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(0)
    tell({ type: 'epochs', run: late, rows: [row(1, 9)], patience: { best: 1, wait: 0 } })
    await vi.advanceTimersByTimeAsync(200)
    expect(shownL2()).toBe(0)
    app.actions.edit('l2', 0.01)
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(0.01)
    expect(running()).toEqual([])
  })

  it('a network that answers late does not put its run over a later one', async () => {
    await turnOn()
    let answer: (outputs: Float32Array) => void = () => {}
    predict = () => new Promise((resolve) => (answer = resolve))
    app.actions.edit('l2', 0.01)
    await finish(only())
    expect(shownL2()).toBe(0)
    predict = async () => new Float32Array([0.5])
    app.actions.edit('l2', 0.02)
    await finish(only())
    expect(shownL2()).toBe(0.02)
    answer(new Float32Array([0.5]))
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(0.02)
  })

  it('a run longer than a blink is shown while it grows, with the one before it held for the axes', async () => {
    app.actions.setLive(true)
    await finish(only(), undefined, 3000)
    const before = live().shown!
    app.actions.edit('l2', 0.01)
    grow(only(), [0.7])
    await vi.advanceTimersByTimeAsync(10)
    expect(shownL2()).toBe(0.01)
    expect(live().shown!.view.status.kind).toBe('running')
    expect(live().before).toBe(before)
    await finish(only(), undefined, 3000)
    expect(live().before).toBe(null)
  })

  it('a short run is shown whole: nothing of it before its end', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    grow(only(), [0.7])
    await vi.advanceTimersByTimeAsync(20)
    expect(shownL2()).toBe(0)
  })
})

describe('pause', () => {
  it('controls move and nothing trains; then the latest is trained', async () => {
    await turnOn()
    app.actions.pauseLive()
    app.actions.edit('l2', 0.01)
    app.actions.edit('l2', 0.02)
    expect(running()).toEqual([])
    expect(live().behind).toBe(true)
    app.actions.pauseLive()
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.02)
  })
})

describe('keep', () => {
  it('puts the shown run on the list, once', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    await finish(only())
    app.actions.keepLive()
    app.actions.keepLive()
    const { runs } = app.store.getState()
    expect(runs).toHaveLength(1)
    expect(runs[0]!.changes).toEqual([{ key: 'l2', from: '0', to: '0.01' }])
    expect(app.history(runs[0]!.id).map(({ validation }) => validation.loss)).toEqual([0.6, 0.4, 0.5])
  })

  it('what is not kept goes with live mode, and its epochs with it', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    await finish(only())
    app.actions.keepLive()
    const { id } = live().shown!.view
    app.actions.edit('l2', 0.02)
    app.actions.setLive(false)
    expect(running()).toEqual([])
    expect(app.history(id)).toEqual([])
    const { runs, live: left } = app.store.getState()
    expect(left).toBe(null)
    expect(app.history(runs[0]!.id)).toHaveLength(3)
  })

  it('a run on the list that would come out the same is the baseline', async () => {
    await turnOn()
    app.actions.keepLive()
    app.actions.setLive(false)
    app.actions.edit('l2', 0.01)
    app.actions.setLive(true)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.01)
    await finish(only())
    const { runs } = app.store.getState()
    expect(live().baseline!.view.id).toBe(runs[0]!.id)
    app.actions.remove(runs[0]!.id)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0)
  })
})

describe('the strip', () => {
  const values = () => live().strip?.points.map(({ value }) => value)

  it('has the values that were visited, and empties with another control', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    await finish(only(), [0.6, 0.3, 0.35])
    expect(values()).toEqual([0, 0.01])
    expect(live().strip!.points[1]).toMatchObject({ best: 0.3, bestEpoch: 2, last: 0.35 })
    app.actions.edit('dropout', 0.2)
    expect(live().strip!.setting).toBe('dropout')
    expect(values()).toEqual([0])
    await finish(only())
    expect(values()).toEqual([0, 0.2])
    app.actions.edit('activation', 'tanh')
    expect(live().strip).toBe(null)
  })

  it('tries values between while the hand rests, and gives way when it moves', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    app.actions.offerValues('l2', [0, 0.001, 0.01, 0.1, 1])
    await finish(only())
    await vi.advanceTimersByTimeAsync(400)
    const trial = only()
    expect(training.get(trial)!.experiment.regularization.l2).toBe(1)
    await finish(trial)
    expect(values()).toEqual([0, 0.01, 1])
    expect(shownL2()).toBe(0.01)
    const next = only()
    app.actions.edit('l2', 0.5)
    expect(training.has(next)).toBe(false)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.5)
  })

  it('a value that was tried is shown without training', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    app.actions.offerValues('l2', [0, 0.01, 1])
    await finish(only())
    await vi.advanceTimersByTimeAsync(400)
    await finish(only())
    const before = startedInAll
    app.actions.edit('l2', 1)
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(1)
    expect(startedInAll).toBe(before)
  })

  it('a run that diverged is a point without a loss to compare', async () => {
    await turnOn()
    app.actions.edit('lr', 5)
    const run = only()
    training.delete(run)
    grow(run, [0.7])
    const outcome = { kind: 'diverged', epoch: 2, best: 1, restored: null } as const
    tell({ type: 'finished', run, outcome, last: [], best: null })
    await vi.advanceTimersByTimeAsync(0)
    expect(live().strip!.points.map(({ diverged }) => diverged)).toEqual([false, true])
  })

  it('Escape takes the setting back to the baseline', async () => {
    await turnOn()
    app.actions.edit('l2', 0.01)
    await finish(only())
    app.actions.revertLive()
    await vi.advanceTimersByTimeAsync(0)
    expect(shownL2()).toBe(0)
  })
})

describe('five seeds', () => {
  it('are trained together and shown as their median, with the run of the own seed beside it', async () => {
    await turnOn()
    app.actions.setFiveSeeds(true)
    expect(running()).toHaveLength(5)
    const seeds = [...training.values()].map(({ experiment }) => experiment.seed)
    expect(new Set(seeds.map(({ weights }) => weights)).size).toBe(5)
    expect(new Set(seeds.map(({ data }) => data)).size).toBe(1)
    for (const [i, run] of running().entries()) await finish(run, [0.6, 0.1 * (i + 1), 0.5])
    const { view, own, range } = live().shown!
    expect(app.history(view.id)[1]!.validation.loss).toBeCloseTo(0.3)
    expect(app.history(own.id)[1]!.validation.loss).toBeCloseTo(0.1)
    expect(range!.bestLoss[0]).toBeCloseTo(0.1)
    expect(range!.bestLoss[1]).toBeCloseTo(0.5)
    app.actions.keepLive()
    const { runs } = app.store.getState()
    expect(app.history(runs[0]!.id)[1]!.validation.loss).toBeCloseTo(0.1)
  })
})

describe('too slow for a hand', () => {
  it('is told from the first part of a run, once', async () => {
    app.actions.openLink(`#${SMALL}&epochs=1000&live=1`)
    time += 500
    grow(only(), [0.7, 0.6])
    const { slow } = live()
    expect(slow!.seconds).toBe(250)
    time += 500
    tell({ type: 'epochs', run: only(), rows: [row(3, 0.5)], patience: { best: 3, wait: 0 } })
    expect(live().slow).toBe(slow)
  })

  it('offers fewer epochs or samples for the live view alone', async () => {
    app.actions.setLive(true)
    await finish(only(), undefined, 30_000)
    const { slow } = live()
    expect(slow!.seconds).toBe(30)
    app.actions.openLink(`#${SMALL}&epochs=300&live=1`)
    await finish(only(), undefined, 30_000)
    const [offer] = live().slow!.offers
    expect(offer).toEqual({ setting: 'epochs', most: 10 })
    app.actions.limitLive(offer!)
    const { experiment } = training.get(only())!
    expect(experiment.training.epochs).toBe(10)
    expect(app.store.getState().draft.experiment.training.epochs).toBe(300)
    expect(live().slow).toBe(null)
  })
})

describe('the rest of the page', () => {
  it('one undo takes back a whole drag, and the curves follow', async () => {
    await turnOn()
    app.actions.gesture(true)
    for (const l2 of [0.001, 0.01, 0.1]) {
      app.actions.edit('l2', l2)
      time += 1000
    }
    app.actions.gesture(false)
    await finish(only())
    while (running().length > 0) await finish(only())
    app.actions.undoLast()
    await vi.advanceTimersByTimeAsync(0)
    expect(app.store.getState().draft.experiment.regularization.l2).toBe(0)
    expect(shownL2()).toBe(0)
  })

  it('a link turns it on, and a run that is started turns it off', () => {
    app.actions.openLink(`#${SMALL}&live=1&run=1`)
    expect(live()).not.toBe(null)
    expect(app.store.getState().runs).toEqual([])
    app.actions.step()
    expect(app.store.getState().live).toBe(null)
    app.actions.openLink(`#${SMALL}`)
    expect(app.store.getState().live).toBe(null)
  })

  it('keeps the epochs of a handful of runs, however many there were', async () => {
    await turnOn()
    const ids = new Set<string>()
    for (let i = 1; i <= 30; i++) {
      app.actions.edit('l2', i / 1000)
      await finish(only())
      ids.add(live().shown!.view.id)
    }
    expect(ids.size).toBe(30)
    expect([...ids].filter((id) => app.history(id).length > 0).length).toBeLessThan(10)
  })
})
