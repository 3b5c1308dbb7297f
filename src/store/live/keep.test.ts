import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  app,
  closeLivePage,
  finish,
  live,
  only,
  openLivePage,
  running,
  training,
  turnOn,
} from './live-page.testing.ts'

beforeEach(openLivePage)
afterEach(closeLivePage)

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
