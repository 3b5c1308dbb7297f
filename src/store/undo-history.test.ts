import { beforeEach, describe, expect, it } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import { app, draft, openFirstPage, ROWS, runs, train, wait } from './stored-page.testing.ts'

beforeEach(openFirstPage)

describe('undo and redo', () => {
  it('of a removal: from the notice and by the key, with its curves, its place and its weights', async () => {
    const ids = [await train(), await train(), await train()]
    const before = runs()
    app.actions.remove(ids[1]!)
    app.actions.undoLast()
    expect(runs()).toEqual(before)
    expect(app.history(ids[1]!)).toEqual(ROWS)
    app.actions.redoLast()
    expect(runs().map(({ id }) => id)).toEqual([ids[0], ids[2]])
    app.actions.restoreRemoved()
    expect(runs()).toEqual(before)
    expect(app.store.getState().removed).toEqual([])
    // The key undoes what was done before: there is nothing here, and nothing is undone twice.
    app.actions.undoLast()
    expect(runs()).toEqual(before)
  })

  it('goes back through removals and changes of the draft in their order', async () => {
    app.actions.edit('dropout', 0.3)
    const id = await train()
    app.actions.remove(id)
    app.actions.edit('dropout', 0.5)
    app.actions.undoLast()
    expect(draft().regularization.dropout).toBe(0.3)
    expect(runs()).toEqual([])
    app.actions.undoLast()
    expect(runs().map((run) => run.id)).toEqual([id])
    app.actions.undoLast()
    expect(draft().regularization.dropout).toBe(0)
  })

  it('several runs removed at once come back at once', async () => {
    const ids = [await train(), await train()]
    const before = runs()
    app.actions.remove(...ids)
    expect(runs()).toEqual([])
    app.actions.undoLast()
    expect(runs()).toEqual(before)
  })

  it('one step for a drag, however slow, and one for each control', () => {
    const before = draft()
    app.actions.gesture(true)
    for (const rate of [0.02, 0.03, 0.05]) {
      wait(800)
      app.actions.edit('lr', rate)
    }
    app.actions.gesture(false)
    app.actions.edit('dropout', 0.1)
    app.actions.undoLast()
    expect(draft()).toMatchObject({ optimizer: { learningRate: 0.05 }, regularization: { dropout: 0 } })
    app.actions.undoLast()
    expect(draft()).toEqual(before)
    app.actions.redoLast()
    app.actions.redoLast()
    expect(draft()).toMatchObject({ optimizer: { learningRate: 0.05 }, regularization: { dropout: 0.1 } })
  })

  it('two drags of one control are two steps; typing quickly is one', () => {
    app.actions.gesture(true)
    app.actions.edit('lr', 0.02)
    app.actions.gesture(false)
    app.actions.gesture(true)
    app.actions.edit('lr', 0.03)
    app.actions.gesture(false)
    app.actions.undoLast()
    expect(draft().optimizer.learningRate).toBe(0.02)
    wait(1000)
    app.actions.edit('lr', 0.1)
    wait(100)
    app.actions.edit('lr', 0.2)
    app.actions.undoLast()
    expect(draft().optimizer.learningRate).toBe(0.02)
  })

  it('goes back over a scene and over reset all, and a new change ends what could be redone', () => {
    app.actions.edit('dropout', 0.3)
    const before = app.store.getState()
    app.actions.visitScene(presetScene('underfitting'))
    app.actions.undoLast()
    expect(app.store.getState()).toMatchObject({ draft: before.draft, baseline: before.baseline })
    app.actions.undoAll()
    expect(draft().regularization.dropout).toBe(0)
    app.actions.undoLast()
    expect(draft().regularization.dropout).toBe(0.3)
    app.actions.edit('dropout', 0.4)
    app.actions.redoLast()
    expect(draft().regularization.dropout).toBe(0.4)
  })
})
