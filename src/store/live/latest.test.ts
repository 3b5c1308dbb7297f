import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answerBy,
  app,
  closeLivePage,
  finish,
  grow,
  live,
  only,
  openLivePage,
  pass,
  row,
  running,
  shownL2,
  tell,
  training,
  turnOn,
} from './live-page.testing.ts'

beforeEach(openLivePage)
afterEach(closeLivePage)

describe('only the latest counts', () => {
  it('a long run is cut off by a change in its middle', async () => {
    app.actions.setLive(true)
    await finish(only(), undefined, 3000)
    app.actions.edit('l2', 0.01)
    const first = only()
    pass(500)
    app.actions.edit('l2', 0.02)
    expect(training.has(first)).toBe(false)
    expect(training.get(only())!.experiment.regularization.l2).toBe(0.02)
  })

  it('what a worker needs to start does not count as the length of a run', async () => {
    app.actions.setLive(true)
    pass(5000)
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
    answerBy(() => new Promise((resolve) => (answer = resolve)))
    app.actions.edit('l2', 0.01)
    pass(1000)
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
    answerBy(() => new Promise((resolve) => (answer = resolve)))
    app.actions.edit('l2', 0.01)
    await finish(only())
    expect(shownL2()).toBe(0)
    answerBy(async () => new Float32Array([0.5]))
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
