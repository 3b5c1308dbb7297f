import { beforeEach, describe, expect, it } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import { messages } from '../text/messages.ts'
import { shortName } from '../text/run-name.ts'
import { app, fake, finished, only, openPage, row, settled, start } from './page.testing.ts'

beforeEach(openPage)

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
    app.actions.visitScene(presetScene('optimizer-race'))
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

  it('runs of one value are told apart by their other settings, on charts too', async () => {
    app.actions.openLink('#preset=sparsity&compare=l1:0/0;l2=0.03/0.1')
    await start()
    const { runs } = app.store.getState()
    expect(runs.map((run) => shortName(run, messages('en')))).toEqual(['L1 0', 'L1 0 + L2 0.03', 'L1 0.1'])
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
