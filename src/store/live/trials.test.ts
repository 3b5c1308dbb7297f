import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  app,
  closeLivePage,
  finish,
  grow,
  live,
  only,
  openLivePage,
  shownL2,
  startedInAll,
  tell,
  training,
  turnOn,
} from './live-page.testing.ts'

beforeEach(openLivePage)
afterEach(closeLivePage)

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
    app.actions.edit('activation', 'relu')
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
