/** Which runs are on the charts, in which colours, and how their names tell them apart. */
import { beforeEach, describe, expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { changes } from '../domain/settings/changes.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { comparedPair, inFront } from './shown-runs.ts'
import { app, draft, openFirstPage, runs, settled, train } from './stored-page.testing.ts'

beforeEach(openFirstPage)

describe('the charts', () => {
  const shown = () => runs().filter(({ visible }) => visible)
  const front = () => [...inFront(app.store.getState())]

  it('keep the runs of a scene: the latest in front, six at most, and none leaves the list', async () => {
    const ids: string[] = []
    for (const rate of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      app.actions.edit('lr', rate)
      ids.push(await train())
    }
    expect(shown().map(({ id }) => id)).toEqual(ids.slice(1))
    expect(front()).toEqual([ids[6]])
    expect(runs()).toHaveLength(7)
    expect(new Set(shown().map(({ colour }) => colour)).size).toBe(6)
  })

  it('say how the run in front differs from one before it, and nothing of the first, which the others are changes of', async () => {
    const ids: string[] = []
    for (const rate of [0.1, 0.2, 0.3]) {
      app.actions.edit('lr', rate)
      ids.push(await train())
    }
    const pairOf = (id: string) => {
      app.actions.focusOn(id)
      return comparedPair(shown(), new Set(front()))?.map((run) => run.id) ?? null
    }
    expect(pairOf(ids[2]!)).toEqual([ids[1], ids[2]])
    expect(pairOf(ids[1]!)).toEqual([ids[0], ids[1]])
    expect(pairOf(ids[0]!)).toBeNull()
    app.actions.toggleVisible(ids[2]!)
    expect(pairOf(ids[0]!)).toEqual([ids[1], ids[0]])
  })

  it('what is pinned stays, in front, whatever is started', async () => {
    const pinned = await train()
    app.actions.togglePinned(pinned)
    for (const rate of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      app.actions.edit('lr', rate)
      await train()
    }
    expect(shown()).toHaveLength(6)
    expect(front()).toContain(pinned)
  })

  it('a run that is shown again gets a colour that no other on the charts has', async () => {
    for (const rate of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
      app.actions.edit('lr', rate)
      await train()
    }
    app.actions.toggleVisible(runs()[0]!.id)
    app.actions.focusOn(runs()[1]!.id)
    expect(new Set(shown().map(({ colour }) => colour)).size).toBe(8)
    expect(front()).toEqual([runs()[1]!.id])
  })

  it('runs of other data make room: their losses are not comparable', async () => {
    await train()
    app.actions.edit('data', 'xor')
    await train()
    expect(shown()).toHaveLength(1)
  })

  it('runs that start together are a comparison of their own', async () => {
    await train()
    app.actions.tunedComparison({
      setting: 'dropout',
      entries: [
        { value: '0.1', also: [] },
        { value: '0.2', also: [] },
      ],
    })
    await settled()
    expect(shown().map(({ experiment }) => experiment.regularization.dropout)).toEqual([0.1, 0.2])
    expect(front()).toHaveLength(2)
  })

  it('after a reset the runs lie faintly behind what comes', async () => {
    await train()
    app.actions.reset()
    expect(shown()).toHaveLength(1)
    expect(front()).toEqual([])
  })
})

describe('a fork', () => {
  it('stays on the charts beside the run that changes one setting of it', async () => {
    app.actions.edit('lr', 0.2)
    const parent = await train()
    app.actions.edit('lr', 0.3)
    app.actions.fork(parent)
    expect(draft().optimizer.learningRate).toBe(0.2)
    app.actions.edit('dropout', 0.4)
    await train()
    const shown = runs().filter(({ visible }) => visible)
    expect(changes(shown[0]!.experiment, shown[1]!.experiment)).toEqual([
      { key: 'dropout', from: '0', to: '0.4' },
    ])
    expect(shown[1]!.changes).toHaveLength(1)
    expect(shown[1]!.experiment.seed).toEqual(shown[0]!.experiment.seed)
    expect(shown[1]!.colour).not.toBe(shown[0]!.colour)
  })
})

describe('the current settings as a run beside another', () => {
  it('the other stays on the charts, and the draft is what it was', async () => {
    const first = await train()
    app.actions.edit('dropout', 0.4)
    app.actions.runBeside(first)
    await settled()
    const shown = runs().filter(({ visible }) => visible)
    expect(shown.map(({ experiment }) => experiment.regularization.dropout)).toEqual([0, 0.4])
    expect(shown[0]!.id).toBe(first)
    expect(draft().regularization.dropout).toBe(0.4)
  })
})

it('runs of links without a preset have different names, also after a name is removed', async () => {
  const names = () => runs().map((run) => runName(run, messages('en')))
  app.actions.openLink('#data=moons&lr=0.1')
  await train()
  app.actions.openLink('#data=moons&lr=0.3')
  const second = await train()
  expect(names()).toEqual(['Two moons', 'Two moons + learning rate 0.3'])
  app.actions.rename(second, 'mine')
  expect(names()).toEqual(['Two moons', 'mine'])
  app.actions.rename(second, ' ')
  expect(names()).toEqual(['Two moons', 'Two moons + learning rate 0.3'])
  app.actions.importRuns([
    { view: { ...runs()[0]!, experiment: expectExperiment({ data: { set: 'moons' } }) }, rows: [] },
  ])
  expect(names().at(-1)).toMatch(/^Two moons \+ .*learning rate 0\.003/)
})
