/**
 * Runs outlast the page, forks stay beside the run that they are compared with, and changes of a draft can be undone.
 */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow, Start } from '../domain/run/run.ts'
import { changes } from '../domain/settings/changes.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { contentsOf, type RunStorage, type StoredRun, type StoredTable, tableNeeded } from './run-storage.ts'
import { finalWeights } from './run-view.ts'
import { inFront } from './shown-runs.ts'
import { type AppStore, createAppStore } from './store.ts'

function fakeClient() {
  let tell: (event: ClientEvent) => void = () => {}
  const nothing = () => {}
  const started: { run: string; from: unknown }[] = []
  const client: EngineClient = {
    ...quietClient,
    start: (run, _experiment, options) => void started.push({ run, from: options?.from ?? null }),
    listen(listener) {
      tell = listener
      return nothing
    },
    test: async () => ({ loss: 0.4, accuracy: 0.8 }),
  }
  return { client, started, say: (event: ClientEvent) => tell(event) }
}

/** A map that copies what is put in and taken out, as a browser's database does. */
function memory() {
  const looks = new Map<string, StoredRun['look']>()
  const bodies = new Map<string, NonNullable<StoredRun['body']>>()
  const tables = new Map<string, StoredTable>()
  /** The digests in the order of writing. */
  const tablesWritten: string[] = []
  /** The ids of runs whose epochs and weights were written, in order. */
  const bodiesWritten: string[] = []
  const storage: RunStorage = {
    load: async () =>
      [...looks.values()].map((look) =>
        structuredClone({ look, body: bodies.get(look.id), table: tables.get(tableNeeded(look) ?? '') }),
      ),
    // The write is complete when this returns, as a page that is being closed needs it.
    putRun: ({ look, epochs: { firstBlock, blocks, ...shape }, weights, checkpoint, table }) => {
      const before = bodies.get(look.id)?.epochs.blocks.slice(0, firstBlock) ?? []
      const epochs = { ...shape, blocks: [...before, ...blocks] }
      bodies.set(look.id, structuredClone({ weights, checkpoint, epochs }))
      looks.set(look.id, structuredClone(look))
      bodiesWritten.push(look.id)
      if (table) void storage.putTable(table)
      return Promise.resolve()
    },
    putLook: async (look) => {
      if (looks.has(look.id)) looks.set(look.id, structuredClone(look))
      return looks.has(look.id)
    },
    remove: async (id) => {
      looks.delete(id)
      bodies.delete(id)
    },
    putTable: async (table) => {
      tables.set(table.digest, structuredClone(table))
      tablesWritten.push(table.digest)
    },
    table: async (digest) => structuredClone(tables.get(digest)),
  }
  return { storage, looks, bodies, tables, tablesWritten, bodiesWritten }
}

const row = (epoch: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: 0.5, accuracy: 0.75 },
  validation: { loss: validation, accuracy: 0.625 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [0.25],
  seconds: 0.125,
})
const START: Start = {
  train: { loss: 0.75, accuracy: 0.5 },
  validation: { loss: 0.875, accuracy: 0.5 },
  gradients: [0.5],
  inactive: [],
}
const ROWS = [row(1, 0.9), row(2, 0.7), row(3, 0.8)]
/** Weights of the opening scene's network, 2-8-8-8-1. */
const CHECKPOINT: Checkpoint = {
  epoch: 3,
  state: { weights: Float32Array.from({ length: 200 }, (_, i) => i), slots: [], updates: 12 },
  stopping: { best: 0.7, bestEpoch: 2, wait: 1, improved: false, stop: false },
  best: null,
}
const kernel = { name: 'dense_1/kernel', shape: [1, 2], values: Float32Array.of(1.5, -2) }

let app: AppStore
let fake: ReturnType<typeof fakeClient>
let stored: ReturnType<typeof memory>
let clock: number
let ids = 0

function openPage(storage: RunStorage = stored.storage): AppStore {
  fake = fakeClient()
  app = createAppStore({
    client: fake.client,
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
    storage,
    nextId: () => `run-${++ids}`,
    now: () => clock,
  })
  return app
}

beforeEach(() => {
  clock = 0
  stored = memory()
  openPage()
})

const settled = () => new Promise((resolve) => setTimeout(resolve))
const runs = () => app.store.getState().runs
const draft = () => app.store.getState().draft.experiment

async function start(): Promise<string> {
  app.actions.runOrPause()
  await settled()
  const { id } = runs().at(-1)!
  fake.say({ type: 'running', run: id })
  fake.say({ type: 'started', run: id, start: START })
  fake.say({ type: 'epochs', run: id, rows: ROWS, patience: { best: 2, wait: 1 } })
  return id
}

async function train(): Promise<string> {
  const id = await start()
  const outcome = { kind: 'completed', epoch: 3, best: 2, restored: 2 } as const
  fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
  await settled()
  return id
}

it('a run that begins before the kept ones are read is not taken for one of them', async () => {
  // A link that trains at once starts its run before the database has answered.
  const removed: string[] = []
  openPage({ ...stored.storage, remove: async (id) => void removed.push(id) })
  app.actions.runOrPause()
  await settled()
  const { id } = runs()[0]!
  expect(stored.looks.has(id)).toBe(true)
  await app.restore()
  await settled()
  expect(removed).toEqual([])
  expect(runs().map((run) => run.id)).toEqual([id])
  fake.say({ type: 'running', run: id })
  fake.say({ type: 'epochs', run: id, rows: ROWS, patience: { best: 2, wait: 1 } })
  const outcome = { kind: 'completed', epoch: 3, best: 2, restored: null } as const
  fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
  expect(stored.bodies.get(id)?.epochs.length).toBe(3)
})

describe('after a reload', () => {
  it('everything of a finished run is back', async () => {
    const id = await train()
    app.actions.rename(id, '  my run ')
    app.actions.togglePinned(id)
    await app.actions.openTest(id)
    await app.saveRuns()
    const [before] = runs()
    openPage()
    await app.restore()
    expect(runs()).toEqual([before])
    expect(runs()[0]).toMatchObject({ name: 'my run', pinned: true, test: { kind: 'opened' }, start: START })
    expect(app.history(id)).toEqual(ROWS)
  })

  it('a run is whole from the moment it ends, with no time to save anything more', async () => {
    const id = await start()
    const outcome = { kind: 'completed', epoch: 3, best: 2, restored: 2 } as const
    fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
    // The write must happen at once, and not in a later task.
    expect(stored.bodies.get(id)).toMatchObject({ epochs: { length: 3 }, weights: { last: [kernel] } })
    expect(stored.looks.get(id)!.view.status).toEqual({ kind: 'ended', outcome })
  })

  it('what was training is stopped at its last checkpoint, and goes on from there', async () => {
    const id = await start()
    fake.say({ type: 'checkpoint', run: id, checkpoint: CHECKPOINT })
    fake.say({ type: 'epochs', run: id, rows: [row(4, 0.6)], patience: { best: 4, wait: 0 } })
    openPage()
    await app.restore()
    expect(runs()[0]).toMatchObject({
      status: { kind: 'ended', outcome: { kind: 'stopped', epoch: 3, best: 2, restored: null } },
      latest: { epoch: 3 },
      interrupted: { checkpoint: CHECKPOINT },
    })
    const [first] = finalWeights(runs()[0]!)!
    expect(first!.values).toEqual(CHECKPOINT.state.weights.slice(0, first!.values.length))
    app.actions.continueRun(id)
    await settled()
    expect(fake.started).toEqual([{ run: id, from: CHECKPOINT }])
    expect(runs()[0]).toMatchObject({ status: { kind: 'waiting' }, interrupted: null, latest: { epoch: 3 } })
    expect(runs()[0]!.start).toEqual(START)
    fake.say({ type: 'epochs', run: id, rows: [row(4, 0.6)], patience: { best: 4, wait: 0 } })
    expect(app.history(id)).toEqual([...ROWS, row(4, 0.6)])
  })

  it('what was cut off before its first checkpoint begins again, and no epoch stands twice', async () => {
    const id = await start()
    await app.saveRuns()
    openPage()
    await app.restore()
    expect(app.history(id)).toHaveLength(3)
    app.actions.continueRun(id)
    await settled()
    expect(fake.started).toEqual([{ run: id, from: null }])
    expect(app.history(id)).toEqual([])
  })

  it('a run in progress writes only the blocks of epochs that changed', async () => {
    const id = await start()
    const many = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => row(from + i, 0.5))
    fake.say({ type: 'epochs', run: id, rows: many(4, 3000), patience: { best: 2, wait: 2998 } })
    const wrote: number[] = []
    const { putRun } = stored.storage
    stored.storage.putRun = (write) => {
      wrote.push(write.epochs.firstBlock)
      return putRun(write)
    }
    fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch: 3000 } })
    fake.say({ type: 'epochs', run: id, rows: many(3001, 3002), patience: { best: 2, wait: 3000 } })
    fake.say({ type: 'checkpoint', run: id, checkpoint: { ...CHECKPOINT, epoch: 3002 } })
    expect(wrote).toEqual([0, 2])
    openPage()
    await app.restore()
    expect(app.history(id)).toHaveLength(3002)
  })

  it('a run that says it trained and has no epochs, as an earlier version could leave it, is not shown', async () => {
    const id = await train()
    stored.bodies.delete(id)
    openPage()
    await app.restore()
    expect(runs()).toEqual([])
  })

  it('a run removed on another page stays away when it is hidden here, and is whole when it is pinned here', async () => {
    const id = await train()
    await stored.storage.remove(id)
    app.actions.toggleVisible(id)
    await settled()
    expect(stored.looks.size).toBe(0)
    app.actions.togglePinned(id)
    await settled()
    openPage()
    await app.restore()
    expect(runs()).toMatchObject([{ id, pinned: true, weights: { last: [kernel] } }])
    expect(app.history(id)).toEqual(ROWS)
  })

  it('a deleted run stays away, one brought back returns with its curves', async () => {
    const first = await train()
    app.actions.edit('lr', 0.2)
    const second = await train()
    app.actions.remove(first)
    app.actions.remove(second)
    app.actions.restoreRemoved()
    await settled()
    openPage()
    await app.restore()
    expect(runs().map(({ id }) => id)).toEqual([second])
    expect(app.history(second)).toEqual(ROWS)
  })

  it('restored runs of another scene stay off the charts', async () => {
    await train()
    await app.saveRuns()
    openPage()
    app.actions.openLink('#data=xor')
    await app.restore()
    expect(runs().map(({ visible }) => visible)).toEqual([false])
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
  ])('%s is said once and breaks nothing', async (name, why) => {
    const refuse = () => Promise.reject(new DOMException('', name))
    openPage({
      ...{ load: refuse, putRun: refuse, putLook: refuse, remove: refuse, putTable: refuse, table: refuse },
    })
    await app.restore()
    await train()
    expect(app.store.getState().notices).toEqual([{ kind: 'storage', why }])
    app.actions.dismiss('storage')
    app.actions.edit('lr', 0.2)
    await train()
    expect(app.store.getState().notices).toEqual([])
    expect(runs()).toHaveLength(2)
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

describe('a table of one’s own', () => {
  const rows = {
    inputs: Array.from({ length: 9 }, (_, i) => [i, i * i]),
    targets: Array.from({ length: 9 }, (_, i) => i),
  }
  const chosen = () => {
    const experiment = expectExperiment({ data: { set: 'rows', rows, train: 5, validation: 2, test: 2 } })
    app.actions.openScene({ preset: null, experiment, comparison: null })
    return experiment.data.rows!.digest
  }

  it('is written once, however often its runs are pinned or named', async () => {
    const digest = chosen()
    const id = await train()
    app.actions.togglePinned(id)
    await settled()
    app.actions.rename(id, 'mine')
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
    expect(stored.looks.get(id)).not.toHaveProperty('table')
    openPage()
    await app.restore()
    expect(runs()[0]).toMatchObject({
      name: 'mine',
      pinned: true,
      experiment: { data: { rows: { digest } } },
    })
    app.actions.togglePinned(id)
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
  })

  it('is there for a draft after a reload, before any run has used it', async () => {
    const digest = chosen()
    await settled()
    expect(stored.tablesWritten).toEqual([digest])
    // The page that opens the link does not know the table until it asks for it.
    const asked = stored.storage.table
    const found: string[] = []
    stored.storage.table = async (wanted) => {
      found.push(wanted)
      return asked(wanted)
    }
    openPage()
    await app.findTable(digest)
    // The table is still in this test's memory; e2e/student.spec.ts has a page that must ask for it.
    expect(found).toEqual([])
  })

  it('is written again for a run that comes back after its table may have gone', async () => {
    const digest = chosen()
    const id = await train()
    app.actions.remove(id)
    await settled()
    app.actions.restoreRemoved()
    await settled()
    expect(stored.tablesWritten).toEqual([digest, digest])
  })

  it('a table kept within the run’s record, as an earlier version did, is found and moved to its own place', async () => {
    const digest = chosen()
    const id = await train()
    const look = stored.looks.get(id)!
    stored.looks.set(id, { ...look, table: contentsOf(digest) })
    stored.tables.clear()
    openPage()
    await app.restore()
    expect(runs()).toHaveLength(1)
    expect(app.history(id)).toEqual(ROWS)
    app.actions.togglePinned(id)
    await settled()
    expect(stored.tables.get(digest)?.contents).toEqual(contentsOf(digest))
    expect(stored.looks.get(id)).not.toHaveProperty('table')
  })
})

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
      clock += 800
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
    clock += 1000
    app.actions.edit('lr', 0.1)
    clock += 100
    app.actions.edit('lr', 0.2)
    app.actions.undoLast()
    expect(draft().optimizer.learningRate).toBe(0.02)
  })

  it('goes back over a scene and over reset all, and a new change ends what could be redone', () => {
    app.actions.edit('dropout', 0.3)
    const before = app.store.getState()
    app.actions.choosePreset('underfitting')
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
