import { beforeEach, describe, expect, it } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { app, fake, finished, loads, only, openPage, row, settled, start } from './page.testing.ts'

beforeEach(openPage)

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

  it('a table is a scene of its own: its runs bear its name, its labels stay as they are, one undo leads back', async () => {
    const inputs = Array.from({ length: 9 }, (_, i) => [i, i * i])
    const rows = { name: 'mine.csv', inputs, targets: inputs.map(([x]) => (x! > 4 ? 'a' : 'b')) }
    const own = expectExperiment({ data: { set: 'rows', rows, train: 5, validation: 2, test: 2 } })
    app.actions.edit('lr', 0.05)
    const before = app.store.getState().draft
    app.actions.openTable(own.data.rows!)
    const { draft, baseline } = app.store.getState()
    expect(baseline).toEqual(draft.experiment)
    expect(draft.experiment.optimizer.learningRate).toBe(0.05)
    expect(draft.experiment.data).toMatchObject({ train: 7, validation: 1, test: 1, labelNoise: 0 })
    await start()
    expect(runName(only(), messages('en'))).toBe('mine.csv')
    app.actions.undoLast()
    expect(app.store.getState().draft).toEqual(before)
  })

  it('the link of a file is a scene, one undo away from what was before; what it cannot say is named', () => {
    const before = app.store.getState().draft
    app.actions.visitLink('data=moons&train=60&lr=often&run=1&view=present')
    const { draft, notices, runs, view } = app.store.getState()
    expect(draft.experiment.data).toMatchObject({ set: 'moons', train: 60 })
    expect(notices).toMatchObject([{ kind: 'link', problems: [{ path: 'lr' }] }])
    // A file neither starts a run nor changes how the page is shown.
    expect([runs.length, view.presenting]).toEqual([0, false])
    app.actions.undoLast()
    expect(app.store.getState().draft).toEqual(before)
    app.actions.visitLink('data=moons')
    expect(app.store.getState().notices).toEqual([])
  })

  it('a refused value leaves the draft, and is named at its control', () => {
    app.actions.edit('batch', 0)
    expect(app.store.getState().draft.experiment.training.batchSize).toBe(16)
    expect(app.store.getState().refused.batch).toMatchObject({ kind: 'too-small' })
    app.actions.edit('batch', 8)
    expect(app.store.getState().refused).toEqual({})
  })

  it('too many training samples are named at their own control, with what is possible', () => {
    app.actions.visitScene(presetScene('keras-mnist'))
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
    app.actions.visitScene(presetScene('keras-mnist'))
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
    app.actions.visitScene(presetScene('keras-mnist'))
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
    app.actions.visitScene(presetScene('underfitting'))
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
