import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  app,
  closeLivePage,
  finish,
  live,
  loads,
  only,
  openLivePage,
  pass,
  running,
  SMALL,
  shownL2,
  tell,
  training,
  turnOn,
} from './live-page.testing.ts'

beforeEach(openLivePage)
afterEach(closeLivePage)

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

describe('the rest of the page', () => {
  it('one undo takes back a whole drag, and the curves follow', async () => {
    await turnOn()
    app.actions.gesture(true)
    for (const l2 of [0.001, 0.01, 0.1]) {
      app.actions.edit('l2', l2)
      pass(1000)
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
