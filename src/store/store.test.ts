import { beforeEach, describe, expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { DownloadError } from '../client/packed-data.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { type AppStore, createAppStore } from './store.ts'

/** A client that records its calls, and sends the events that the test gives it. */
function fakeClient() {
  const calls: string[] = []
  let tell: (event: ClientEvent) => void = () => {}
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args.filter((arg) => typeof arg === 'string')].join(' '))
  const client: EngineClient = {
    listen(listener) {
      tell = listener
      return () => {}
    },
    supply: note('supply'),
    prepare: note('prepare'),
    speeds: () => [],
    start: note('start'),
    pause: note('pause'),
    resume: note('resume'),
    step: note('step'),
    stop: note('stop'),
    setPace: note('setPace'),
    dispose: note('dispose'),
    predictLive: quietClient.predictLive,
    predict: quietClient.predict,
    inspectLive: quietClient.inspectLive,
    inspect: quietClient.inspect,
    test: async () => ({ loss: 0.4, accuracy: 0.8 }),
  }
  return { client, calls, say: (event: ClientEvent) => tell(event) }
}

const row = (epoch: number, validation = 1): EpochRow => ({
  epoch,
  train: { loss: 0.5 },
  validation: { loss: validation },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})

let app: AppStore
let fake: ReturnType<typeof fakeClient>
let loads: { resolve(): void; reject(): void }[]

beforeEach(() => {
  fake = fakeClient()
  loads = []
  app = createAppStore({
    client: fake.client,
    load: () =>
      new Promise((resolve, reject) => {
        const source = { inputs: new Uint8Array(), targets: new Uint8Array() }
        loads.push({
          resolve: () => resolve(source),
          reject: () => reject(new DownloadError('unreachable', 'Failed to fetch')),
        })
      }),
    deviceMemory: 8,
    language: 'en',
    theme: null,
  })
})

const settled = () => new Promise((resolve) => setTimeout(resolve))
const only = () => app.store.getState().runs[0]!
const finished = (run: string, epoch: number): ClientEvent => ({
  type: 'finished',
  run,
  outcome: { kind: 'completed', epoch, best: 1, restored: null },
  last: [],
  best: null,
})

async function start() {
  app.actions.runOrPause()
  await settled()
  const { id } = app.store.getState().runs.at(-1)!
  fake.say({ type: 'running', run: id })
  return id
}

describe('a draft is not a run', () => {
  it('starting copies the draft; later edits leave the run alone', async () => {
    await start()
    app.actions.edit('lr', 0.5)
    expect(only().experiment.optimizer.learningRate).toBe(0.01)
    expect(app.store.getState().draft.experiment.optimizer.learningRate).toBe(0.5)
  })

  it('pause and resume go to the same run; with a changed control a new one starts', async () => {
    const id = await start()
    app.actions.runOrPause()
    expect(fake.calls.at(-1)).toBe(`pause ${id}`)
    fake.say({ type: 'paused', run: id })
    app.actions.runOrPause()
    expect(fake.calls.at(-1)).toBe(`resume ${id}`)
    fake.say({ type: 'paused', run: id })
    app.actions.edit('lr', 0.5)
    app.actions.runOrPause()
    await settled()
    expect(fake.calls.slice(-2)).toEqual([`stop ${id}`, 'start run-2'])
    expect(app.store.getState().runs.map(({ visible }) => visible)).toEqual([true, true])
    expect(app.store.getState().runs[1]!.changes.map(({ key }) => key)).toEqual(['lr'])
  })

  it('the same experiment again is another run, with a number in its name', async () => {
    fake.say(finished(await start(), 300))
    await start()
    const { runs } = app.store.getState()
    expect(runs.map(({ id }) => id)).toEqual(['run-1', 'run-2'])
    const [first, second] = runs.map((run) => runName(run, messages('en')))
    expect(second).toBe(`${first} (2)`)
  })

  it('a refused value leaves the draft, and is named at its control', () => {
    app.actions.edit('batch', 0)
    expect(app.store.getState().draft.experiment.training.batchSize).toBe(16)
    expect(app.store.getState().refused.batch).toMatchObject({ kind: 'too-small' })
    app.actions.edit('batch', 8)
    expect(app.store.getState().refused).toEqual({})
  })

  it('too many training samples are named at their own control, with what is possible', () => {
    app.actions.choosePreset('keras-mnist')
    app.actions.edit('train', 9000)
    expect(app.store.getState().refused.train).toMatchObject({
      kind: 'too-large',
      limit: 8000,
      received: '9000',
    })
    expect(app.store.getState().draft.experiment.data.train).toBe(8000)
  })

  it('a new data set brings what it cannot have to the nearest it can', () => {
    app.actions.edit('patience', 5)
    app.actions.edit('monitor', 'validation-accuracy')
    app.actions.edit('data', 'sine')
    const { experiment } = app.store.getState().draft
    expect(experiment.loss).toBe('mse')
    expect(experiment.earlyStopping?.monitor).toBe('validation-loss')
    app.actions.edit('train', 20_000)
    app.actions.edit('data', 'digits')
    const { data } = app.store.getState().draft.experiment
    expect(data.train + 2 * Math.max(data.validation, data.test)).toBeLessThanOrEqual(10_000)
  })
})

describe('a run group', () => {
  it('runs side by side can be told apart, however many came before', async () => {
    for (const rate of [0.1, 0.2, 0.3]) {
      app.actions.edit('lr', rate)
      fake.say(finished(await start(), 1))
    }
    app.actions.openLink('#preset=optimizer-race')
    await start()
    const { runs, runGroup } = app.store.getState()
    const colours = runs.filter(({ id }) => runGroup.includes(id)).map(({ colour }) => colour)
    expect(colours.toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  it('starts every value of a comparison in a colour of its own, and steers them together', async () => {
    app.actions.choosePreset('optimizer-race')
    app.actions.runOrPause()
    await settled()
    const { runs } = app.store.getState()
    expect(runs.map(({ lineupValue }) => lineupValue?.to)).toEqual([
      'sgd',
      'momentum',
      'adagrad',
      'rmsprop',
      'adam',
    ])
    expect(runs.map(({ colour }) => colour)).toEqual([1, 2, 3, 4, 5])
    for (const { id } of runs) fake.say({ type: 'running', run: id })
    app.actions.pause()
    expect(fake.calls.slice(-5)).toEqual(runs.map(({ id }) => `pause ${id}`))
  })

  it('reset goes back to epoch 0; what has trained is stopped and stays in the list', async () => {
    const id = await start()
    fake.say({ type: 'epochs', run: id, rows: [row(1)], patience: { best: 1, wait: 0 } })
    app.actions.reset()
    expect(fake.calls.at(-1)).toBe(`stop ${id}`)
    fake.say(finished(id, 1))
    expect(app.store.getState()).toMatchObject({ runs: [{ id }], runGroup: [], focus: null })
    expect(app.history(id)).toHaveLength(1)
  })

  it('after a reset the controls show no run group, whatever was started from them', async () => {
    fake.say(finished(await start(), 300))
    expect(app.runGroupIsDraft()).toBe(true)
    app.actions.reset()
    expect(app.runGroupIsDraft()).toBe(false)
  })

  it('remedies that were started together are paused and continued together', async () => {
    const id = await start()
    fake.say(finished(id, 300))
    const { experiment } = only()
    const tried = [0.1, 0.2].map((dropout) => ({
      ...experiment,
      regularization: { ...experiment.regularization, dropout },
    }))
    app.actions.tryInstead(id, tried)
    await settled()
    for (const run of ['run-2', 'run-3']) fake.say({ type: 'running', run })
    app.actions.runOrPause()
    for (const run of ['run-2', 'run-3']) fake.say({ type: 'paused', run })
    app.actions.runOrPause()
    expect(fake.calls.slice(-2)).toEqual(['resume run-2', 'resume run-3'])
  })

  it('reset before the first epoch leaves nothing', async () => {
    const id = await start()
    app.actions.reset()
    expect(fake.calls.at(-1)).toBe(`dispose ${id}`)
    expect(app.store.getState()).toMatchObject({ runs: [], runGroup: [], focus: null })
  })

  it('is refused when the device cannot hold it', async () => {
    app.actions.edit('layers', [{ units: 30_000 }, { units: 30_000 }])
    expect(app.cannotRunReasons()).toMatchObject([{ kind: 'too-much-memory' }])
    app.actions.runOrPause()
    await settled()
    expect(app.store.getState().runs).toEqual([])
  })
})

describe('what the engine says', () => {
  it('epochs fill the history; the best row and the pace are derived', async () => {
    const id = await start()
    fake.say({
      type: 'epochs',
      run: id,
      rows: [row(1, 0.9), row(2, 0.7), row(3, 0.8)],
      patience: { best: 2, wait: 1 },
    })
    expect(app.history(id)).toHaveLength(3)
    expect(only()).toMatchObject({ latest: { epoch: 3 }, best: { epoch: 2 } })
    expect(only().epochsPerSecond).toBeCloseTo(10)
    expect(only().seconds).toBeCloseTo(0.3)
  })

  it('rewound drops the epochs that will come again', async () => {
    const id = await start()
    fake.say({ type: 'epochs', run: id, rows: [row(1), row(2), row(3)], patience: { best: 1, wait: 2 } })
    fake.say({ type: 'rewound', run: id, epoch: 1 })
    expect(app.history(id).map(({ epoch }) => epoch)).toEqual([1])
    fake.say({ type: 'epochs', run: id, rows: [row(2)], patience: { best: 1, wait: 1 } })
    expect(app.history(id).map(({ epoch }) => epoch)).toEqual([1, 2])
  })

  it('an event of a run that is gone is dropped', async () => {
    const id = await start()
    app.actions.reset()
    fake.say({ type: 'epochs', run: id, rows: [row(1)], patience: { best: 1, wait: 0 } })
    expect(app.store.getState().runs).toEqual([])
  })

  it('the test set opens once, and only after the end', async () => {
    const id = await start()
    await app.actions.openTest(id)
    expect(only().test).toEqual({ kind: 'sealed' })
    fake.say(finished(id, 300))
    await app.actions.openTest(id)
    expect(only().test).toEqual({ kind: 'opened', score: { loss: 0.4, accuracy: 0.8 } })
  })
})

describe('packed data', () => {
  it('a run waits for its download; a failure ends it with a reason, and can be tried again', async () => {
    app.actions.choosePreset('keras-mnist')
    app.actions.runOrPause()
    await settled()
    expect(only().status).toEqual({ kind: 'waiting' })
    expect(loads).toHaveLength(1)
    loads[0]!.reject()
    await settled()
    expect(only().status).toMatchObject({ kind: 'ended', outcome: { kind: 'failed', reason: 'data' } })
    expect(app.store.getState().downloads.digits).toMatchObject({ kind: 'failed', why: 'unreachable' })
    app.actions.retryDownload()
    loads[1]!.resolve()
    await settled()
    expect(app.store.getState().downloads.digits).toEqual({ kind: 'ready' })
    app.actions.runOrPause()
    await settled()
    expect(fake.calls.filter((call) => call.startsWith('start'))).toEqual(['start run-2'])
  })

  it('stopped while waiting, it never starts', async () => {
    app.actions.choosePreset('keras-mnist')
    app.actions.runOrPause()
    app.actions.stop()
    loads[0]!.resolve()
    await settled()
    expect(fake.calls.filter((call) => call.startsWith('start'))).toEqual([])
    expect(only().status).toMatchObject({ kind: 'ended', outcome: { kind: 'stopped', epoch: 0 } })
  })
})

describe('another scene', () => {
  it('stops what is training, clears the charts, and keeps the runs in the list', async () => {
    const id = await start()
    app.actions.choosePreset('underfitting')
    expect(fake.calls.at(-1)).toBe(`stop ${id}`)
    expect(app.store.getState()).toMatchObject({ runGroup: [], focus: null, runs: [{ id, visible: false }] })
  })
})

describe('links', () => {
  it('opens a link side by side, and the next link as it says', () => {
    app.actions.openLink('#data=xor&panes=gradients')
    expect(app.store.getState().view).toMatchObject({ sideBySide: true, pane: 'gradients' })
    app.actions.openLink('#data=xor')
    expect(app.store.getState().view.sideBySide).toBe(false)
  })

  it('a bad pair becomes a notice, and the rest of the link works', () => {
    app.actions.openLink('#data=xor&lr=fast')
    expect(app.store.getState().notices).toMatchObject([{ kind: 'link', problems: [{ path: 'lr' }] }])
    expect(app.store.getState().draft.experiment.data.set).toBe('xor')
    app.actions.dismiss('link')
    expect(app.store.getState().notices).toEqual([])
  })
})
