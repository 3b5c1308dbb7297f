import { beforeEach, describe, expect, it } from 'vitest'
import { presetScene, type Scene } from '../domain/link/scene.ts'
import { app, fake, finished, openPage, row, settled, start } from './page.testing.ts'

const state = () => app.store.getState()
const scene: Scene = presetScene('early-stopping')
const race: Scene = presetScene('optimizer-race')
const { openLesson, beginLesson, predict, closeLesson, edit, undoLast, look } = {
  openLesson: (...args: Parameters<typeof app.actions.openLesson>) => app.actions.openLesson(...args),
  beginLesson: (of: Scene) => app.actions.beginLesson(of, null),
  predict: (...args: Parameters<typeof app.actions.predict>) => app.actions.predict(...args),
  closeLesson: () => app.actions.closeLesson(),
  edit: (...args: Parameters<typeof app.actions.edit>) => app.actions.edit(...args),
  undoLast: () => app.actions.undoLast(),
  look: (...args: Parameters<typeof app.actions.look>) => app.actions.look(...args),
}
const KEY = 'overfitting-over-time'

beforeEach(openPage)

describe('a lesson that is opened', () => {
  it('puts its scene into the controls and trains nothing', () => {
    openLesson(KEY)
    beginLesson(race)
    expect(state().draft).toBe(race)
    expect(state().runs).toEqual([])
    expect(fake.calls).not.toContainEqual(expect.stringMatching(/^start/))
  })

  it('trains all members of its scene once a prediction is made, and only then', async () => {
    openLesson(KEY)
    beginLesson(race)
    predict(2)
    await settled()
    expect(state().runs).toHaveLength(5)
    expect(state().lesson).toMatchObject({
      prediction: 2,
      revealed: false,
      step: 'see',
      runs: state().runs.map(({ id }) => id),
    })
    predict(1)
    expect(state().lesson?.prediction).toBe(2)
    expect(state().runs).toHaveLength(5)
  })

  it('counts Run without an answer as a question left open, but not the run of changed settings', async () => {
    openLesson(KEY)
    beginLesson(scene)
    edit('lr', 0.1)
    app.actions.runOrPause()
    expect(state().lesson).toMatchObject({ prediction: null, runs: [] })
    undoLast()
    app.actions.runOrPause()
    expect(state().lesson).toMatchObject({ prediction: 'skipped', revealed: true, step: 'see' })
    expect(state().lesson?.runs).toHaveLength(1)
  })

  it('trains its own scene, whatever the controls were changed to before the answer', () => {
    openLesson(KEY)
    beginLesson(scene)
    edit('lr', 0.1)
    predict(0)
    expect(state().runs[0]?.experiment).toEqual(scene.experiment)
  })

  it('takes prediction and runs back for the next class; the runs stay on the list', () => {
    openLesson(KEY)
    beginLesson(scene)
    predict(0)
    app.actions.predictAgain()
    expect(state().lesson).toMatchObject({ prediction: null, runs: [], step: 'predict' })
    expect(state().runs).toHaveLength(1)
    expect(state().runs[0]?.visible).toBe(false)
  })
})

describe('what the person had', () => {
  it('comes back when the lesson is left: settings, runs on the charts, the view, and nothing to undo', async () => {
    edit('lr', 0.05)
    const own = state().draft
    const id = await start()
    fake.say({ type: 'epochs', run: id, rows: [row(1)], patience: { best: 1, wait: 0 } })
    fake.say(finished(id, 1))
    look({ sideBySide: true, pane: 'gradients', valuesOf: 'last' })

    openLesson(KEY)
    beginLesson(scene)
    expect(state().view).toMatchObject({ sideBySide: false, valuesOf: 'best' })
    expect(state().runs.map(({ visible }) => visible)).toEqual([false])
    predict('skipped')
    edit('dropout', 0.3)
    closeLesson()

    expect(state()).toMatchObject({ draft: own, lesson: null, focus: id, runGroup: [id] })
    expect(state().view).toMatchObject({ sideBySide: true, pane: 'gradients', valuesOf: 'last' })
    // The lesson's run stays on the list, off the charts.
    expect(state().runs.map(({ visible }) => visible)).toEqual([true, false])
    undoLast()
    expect(state().draft.experiment.optimizer.learningRate).not.toBe(0.05)
  })

  it('is not stopped while it trains, but waits, and can go on', async () => {
    const id = await start()
    openLesson(KEY)
    beginLesson(scene)
    predict('skipped')
    await settled()
    expect(fake.calls).toContain(`pause ${id}`)
    expect(fake.calls).not.toContain(`stop ${id}`)
    fake.say({ type: 'paused', run: id })
    closeLesson()
    app.actions.runOrPause()
    expect(fake.calls).toContain(`resume ${id}`)
  })

  it('is the same after several lessons, one opened from another', () => {
    edit('lr', 0.05)
    const own = state().draft
    openLesson(KEY)
    beginLesson(scene)
    app.store.setState(({ lesson }) => ({ lesson: lesson && { ...lesson, key: 'another' as typeof KEY } }))
    openLesson(KEY)
    beginLesson(race)
    closeLesson()
    expect(state().draft).toBe(own)
  })

  it('comes back before a preset is chosen, so that undo leads there and not into the lesson', () => {
    edit('lr', 0.05)
    const own = state().draft
    openLesson(KEY)
    beginLesson(scene)
    app.actions.visitScene(presetScene('playground'))
    expect(state().lesson).toBeNull()
    undoLast()
    expect(state().draft).toEqual(own)
  })

  it('keeps its colours while it is off the charts', async () => {
    for (let i = 0; i < 2; i++) {
      const id = await start()
      fake.say({ type: 'epochs', run: id, rows: [row(1)], patience: { best: 1, wait: 0 } })
      fake.say(finished(id, 1))
      app.actions.reset()
    }
    const colours = state().runs.map(({ colour }) => colour)
    openLesson(KEY)
    beginLesson(scene)
    predict('skipped')
    closeLesson()
    expect(
      state()
        .runs.slice(0, 2)
        .map(({ colour }) => colour),
    ).toEqual(colours)
  })
})

describe('a variation', () => {
  it('is trained beside the runs of the lesson, against its settings', async () => {
    openLesson(KEY)
    beginLesson(scene)
    predict('skipped')
    await settled()
    const [own] = state().lesson!.runs
    fake.say({ type: 'running', run: own! })
    fake.say({ type: 'epochs', run: own!, rows: [row(1)], patience: { best: 1, wait: 0 } })
    fake.say(finished(own!, 1))
    const experiment = { ...scene.experiment, data: { ...scene.experiment.data, labelNoise: 0 } }
    app.actions.tryVariation({ ...scene, experiment }, true)
    const [first, second] = state().runs
    expect([first, second]).toMatchObject([{ id: own, visible: true }, { visible: true }])
    expect(second?.changes).toMatchObject([{ key: 'label-noise', to: '0' }])
    expect(state().lesson?.runs).toEqual([own])
  })
})

describe('a link to a lesson', () => {
  it('opens it at its step and trains nothing, whatever else the link says', () => {
    app.actions.openLink('#data=circle&lesson=overfitting-over-time&step=3&run=1')
    expect(state().lesson).toMatchObject({ key: KEY, step: 'explain', scene: null })
    expect(state().runs).toEqual([])
    beginLesson(scene)
    closeLesson()
    expect(state().draft.experiment.data.set).toBe('circle')
  })

  it('to no lesson closes the one that is open', () => {
    openLesson(KEY)
    app.actions.openLink('#data=circle')
    expect(state().lesson).toBeNull()
  })
})
