import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { Inspection } from '../protocol/inspection.ts'
import { watchFit } from './predictions.ts'
import { type AppStore, createAppStore } from './store.ts'

const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 0.5 },
  validation: { loss: 0.5 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})

let app: AppStore
let tell: (event: ClientEvent) => void
/** The runs that were asked, in order; each answers when the test says so. */
let questions: { readonly run: string; answer(value: number): void }[]

/** What was looked at inside, in order; answered at once. */
let looks: { readonly of: string; readonly what: Inspection }[]
const seen = ({ kind }: Inspection) => ({ kind, layers: [], outputs: Float32Array.of(1) })

beforeEach(async () => {
  vi.useFakeTimers()
  questions = []
  looks = []
  const nothing = () => {}
  const ask = (run: string) =>
    new Promise<Float32Array>((resolve) => {
      questions.push({ run, answer: (value) => resolve(Float32Array.of(value)) })
    })
  const client: EngineClient = {
    ...quietClient,
    listen(listener) {
      tell = listener
      return nothing
    },
    predictRun: ask,
    predict: (_, weights) => ask(weights.map(({ name }) => name).join()),
    inspectRun: (run, what) => {
      looks.push({ of: run, what })
      return Promise.resolve(seen(what)) as never
    },
    inspect: (_, [weights], what) => {
      looks.push({ of: weights!.name, what })
      return Promise.resolve(seen(what)) as never
    },
  }
  app = createAppStore({
    client,
    load: () => new Promise(nothing),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
  app.actions.openLink('#data=moons&compare=lr:0.1/0.2/0.3&run=1')
  await vi.advanceTimersByTimeAsync(0)
})

afterEach(() => {
  vi.useRealTimers()
})

const ids = () => app.store.getState().runs.map(({ id }) => id)
const epoch = (run: string, of: number) =>
  tell({ type: 'epochs', run, rows: [row(of)], patience: { best: of, wait: 0 } })
const asked = () => questions.map(({ run }) => run)
const answer = async (value: number) => {
  questions.at(-1)!.answer(value)
  await vi.advanceTimersByTimeAsync(120)
}

it('asks the runs that are watched in turn, one question at a time', async () => {
  const fit = watchFit(app)
  const [a, b, c] = ids() as [string, string, string]
  fit.watch(a)
  fit.watch(b)
  epoch(a, 1)
  epoch(b, 1)
  epoch(c, 1)
  await vi.advanceTimersByTimeAsync(20)
  expect(asked()).toEqual([a])
  // Even a run that trains faster than the others waits for its turn.
  epoch(a, 2)
  await answer(10)
  expect(asked()).toEqual([a, b])
  await answer(20)
  expect(asked()).toEqual([a, b, a])
  await answer(11)
  expect(asked()).toEqual([a, b, a])
  const { fits } = fit.store.getState()
  expect([fits[a], fits[b], fits[c]]).toEqual([
    { epoch: 2, outputs: Float32Array.of(11) },
    { epoch: 1, outputs: Float32Array.of(20) },
    undefined,
  ])
})

it('takes at most a fifth of the time', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  fit.watch(a)
  epoch(a, 1)
  await vi.advanceTimersByTimeAsync(500)
  epoch(a, 2)
  questions[0]!.answer(1)
  await vi.advanceTimersByTimeAsync(1900)
  expect(questions).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(questions).toHaveLength(2)
})

it('takes no longer than it must once nothing trains', async () => {
  const fit = watchFit(app)
  const [a, ...others] = ids() as [string]
  fit.watch(a)
  epoch(a, 1)
  await vi.advanceTimersByTimeAsync(5000)
  questions[0]!.answer(1)
  await vi.advanceTimersByTimeAsync(10)
  for (const run of [a, ...others])
    tell({
      type: 'finished',
      run,
      outcome: { kind: 'stopped', epoch: 1, best: 1, restored: null },
      last: [{ name: 'last', shape: [1], values: new Float32Array(1) }],
      best: null,
    })
  await vi.advanceTimersByTimeAsync(160)
  expect(asked()).toEqual([a, 'last'])
})

it('asks nothing more of a run that nobody watches, and forgets one that is gone', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  const [first, second] = [fit.watch(a), fit.watch(a)]
  epoch(a, 1)
  await answer(1)
  first()
  epoch(a, 2)
  expect(questions).toHaveLength(2)
  await answer(2)
  second()
  epoch(a, 3)
  await vi.advanceTimersByTimeAsync(1000)
  expect(questions).toHaveLength(2)
  expect(fit.store.getState().fits[a]?.epoch).toBe(2)
  app.actions.remove(a)
  expect(fit.store.getState().fits).toEqual({})
})

it('shows the weights that a person chose, of that run alone', async () => {
  const fit = watchFit(app)
  const [a, b] = ids() as [string, string]
  const weights = (name: string) => [{ name, shape: [1], values: new Float32Array(1) }]
  for (const run of [a, b]) {
    epoch(run, 1)
    tell({ type: 'epochs', run, rows: [row(2)], patience: { best: 1, wait: 1 } })
    const outcome = { kind: 'completed', epoch: 2, best: 1, restored: null } as const
    tell({ type: 'finished', run, outcome, last: weights(`${run} last`), best: weights(`${run} best`) })
    fit.watch(run)
  }
  await answer(1)
  await answer(2)
  fit.goTo(b, 1)
  await answer(3)
  expect(asked()).toEqual([`${a} last`, `${b} last`, `${b} best`])
})

it('looks inside a run as often as it trains on, and only while a view does', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  const leave = fit.look(a, { kind: 'weights' })
  expect(looks).toEqual([])
  epoch(a, 1)
  await vi.advanceTimersByTimeAsync(120)
  epoch(a, 2)
  await vi.advanceTimersByTimeAsync(120)
  expect(looks).toEqual([1, 2].map(() => ({ of: a, what: { kind: 'weights' } })))
  expect(fit.store.getState().sights[a]).toMatchObject({ weights: { epoch: 2, step: null } })
  leave()
  epoch(a, 3)
  await vi.advanceTimersByTimeAsync(500)
  expect(looks).toHaveLength(2)
  app.actions.remove(a)
  expect(fit.store.getState().sights).toEqual({})
})

it('units are asked for over the plane; masked ones through the last step of the epoch of their weights', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  const weights = (name: string) => [{ name, shape: [1], values: new Float32Array(1) }]
  epoch(a, 1)
  tell({ type: 'epochs', run: a, rows: [row(2)], patience: { best: 1, wait: 1 } })
  const outcome = { kind: 'completed', epoch: 2, best: 1, restored: null } as const
  tell({ type: 'finished', run: a, outcome, last: weights('last'), best: weights('best') })
  fit.look(a, { kind: 'units', masked: true })
  await vi.advanceTimersByTimeAsync(120)
  fit.goTo(a, 1)
  await vi.advanceTimersByTimeAsync(120)
  const { data, training } = app.store.getState().runs[0]!.experiment
  const batch = Math.ceil(data.train / training.batchSize) - 1
  const step = (of: number) => ({ kind: 'units', step: { epoch: of, batch, sample: 0 } })
  expect(looks).toMatchObject([
    { of: 'last', what: step(2) },
    { of: 'best', what: step(1) },
  ])
  const { what } = looks[0]!
  expect(what.kind === 'units' && what.rows).toHaveLength(64 * 64 * 2)
})

it('the diagram of a network in training moves more than twenty times a second; other looks wait for the next epoch', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  tell({ type: 'running', run: a })
  epoch(a, 1)
  const stop = fit.look(a, { kind: 'units', masked: false })
  fit.look(a, { kind: 'weights' })
  await vi.advanceTimersByTimeAsync(1000)
  const kinds = () => looks.map(({ what }) => what.kind)
  expect(kinds().filter((kind) => kind === 'units').length).toBeGreaterThan(20)
  expect(kinds().filter((kind) => kind === 'weights')).toHaveLength(1)
  // At a slow pace the page hears of every epoch, and between two of them nothing changes.
  looks = []
  app.actions.setPace(5)
  await vi.advanceTimersByTimeAsync(1000)
  expect(looks.length).toBeLessThan(3)
  app.actions.setPace(null)
  stop()
  looks = []
  await vi.advanceTimersByTimeAsync(1000)
  expect(looks).toEqual([])
})

it('the diagram keeps its beat on a page that comes to every question late', async () => {
  const fit = watchFit(app)
  const [a] = ids() as [string]
  tell({ type: 'running', run: a })
  epoch(a, 1)
  // The page is free once in 20 ms: a question that is due after 45 is asked after 60.
  const exact = globalThis.setTimeout
  const late = (callback: () => void, ms = 0) => {
    const now = performance.now()
    return exact(callback, Math.ceil((now + ms) / 20) * 20 - now)
  }
  globalThis.setTimeout = late as typeof setTimeout
  try {
    fit.look(a, { kind: 'units', masked: false })
    await vi.advanceTimersByTimeAsync(1000)
  } finally {
    globalThis.setTimeout = exact
  }
  expect(looks.length).toBeGreaterThan(20)
})

it('the diagram of a large network waits for the next epoch', async () => {
  app.actions.openLink('#data=moons&layers=300,300&run=1')
  await vi.advanceTimersByTimeAsync(0)
  const large = ids().at(-1)!
  const fit = watchFit(app)
  tell({ type: 'running', run: large })
  epoch(large, 1)
  fit.look(large, { kind: 'units', masked: false })
  await vi.advanceTimersByTimeAsync(1000)
  expect(looks).toHaveLength(1)
})
