/** Runs outlast the page, forks stay beside what they are compared with, and what was done to a draft can be undone. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { EngineClient } from '../client/client.ts'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import { changes } from '../domain/knobs.ts'
import { expectExperiment } from '../domain/parse.ts'
import type { EpochRow } from '../domain/run.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { createLab, type Lab } from './lab.ts'
import {
  contentsOf,
  type RunStorage,
  type StoredBody,
  type StoredLook,
  type StoredTable,
  tableNeeded,
} from './run-storage.ts'

function fakeClient() {
  let tell: (event: ClientEvent) => void = () => {}
  const nothing = () => {}
  const client: EngineClient = {
    ...quietClient,
    listen(listener) {
      tell = listener
      return nothing
    },
    test: async () => ({ loss: 0.4, accuracy: 0.8 }),
  }
  return { client, say: (event: ClientEvent) => tell(event) }
}

/** What a browser's database does: copies, in and out. */
function memory() {
  const looks = new Map<string, StoredLook>()
  const bodies = new Map<string, StoredBody>()
  const tables = new Map<string, StoredTable>()
  /** Digests in the order of writing. */
  const tablesWritten: string[] = []
  const storage: RunStorage = {
    load: async () =>
      [...looks.values()].map((look) =>
        structuredClone({ look, body: bodies.get(look.id), table: tables.get(tableNeeded(look) ?? '') }),
      ),
    putLook: async (look, table) => {
      looks.set(look.id, structuredClone(look))
      if (!table) return
      tables.set(table.digest, structuredClone(table))
      tablesWritten.push(table.digest)
    },
    putBody: async (body) => void bodies.set(body.id, structuredClone(body)),
    remove: async (id) => {
      looks.delete(id)
      bodies.delete(id)
    },
  }
  return { storage, looks, tables, tablesWritten }
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
const ROWS = [row(1, 0.9), row(2, 0.7), row(3, 0.8)]
const kernel = { name: 'dense_1/kernel', shape: [1, 2], values: Float32Array.of(1.5, -2) }

let lab: Lab
let fake: ReturnType<typeof fakeClient>
let shelf: ReturnType<typeof memory>
let clock: number
let ids = 0

function openPage(storage: RunStorage = shelf.storage): Lab {
  fake = fakeClient()
  lab = createLab({
    client: fake.client,
    load: () => new Promise(() => {}),
    deviceMemory: 8,
    language: 'en',
    theme: null,
    storage,
    nextId: () => `run-${++ids}`,
    now: () => clock,
  })
  return lab
}

beforeEach(() => {
  clock = 0
  shelf = memory()
  openPage()
})

const settled = () => new Promise((resolve) => setTimeout(resolve))
const runs = () => lab.store.getState().runs
const draft = () => lab.store.getState().draft.experiment

async function start(): Promise<string> {
  lab.actions.runOrPause()
  await settled()
  const { id } = runs().at(-1)!
  fake.say({ type: 'running', run: id })
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

describe('after a reload', () => {
  it('everything of a finished run is back', async () => {
    const id = await train()
    lab.actions.rename(id, '  my run ')
    lab.actions.togglePinned(id)
    await lab.actions.openTest(id)
    await lab.saveRuns()
    const [before] = runs()
    openPage()
    await lab.restore()
    expect(runs()).toEqual([before])
    expect(runs()[0]).toMatchObject({ name: 'my run', pinned: true, test: { kind: 'opened' } })
    expect(lab.history(id)).toEqual(ROWS)
  })

  it('what was training is stopped, with the epochs that were saved', async () => {
    const id = await start()
    await lab.saveRuns()
    openPage()
    await lab.restore()
    expect(runs()[0]!.status).toEqual({
      kind: 'ended',
      outcome: { kind: 'stopped', epoch: 3, best: 2, restored: null },
    })
    expect(lab.history(id)).toHaveLength(3)
  })

  it('a deleted run stays away, one brought back returns with its curves', async () => {
    const first = await train()
    lab.actions.edit('lr', 0.2)
    const second = await train()
    lab.actions.remove(first)
    lab.actions.remove(second)
    lab.actions.restoreRemoved()
    await settled()
    openPage()
    await lab.restore()
    expect(runs().map(({ id }) => id)).toEqual([second])
    expect(lab.history(second)).toEqual(ROWS)
  })

  it('on the charts of another scene they are not', async () => {
    await train()
    await lab.saveRuns()
    openPage()
    lab.actions.openLink('#data=xor')
    await lab.restore()
    expect(runs().map(({ visible }) => visible)).toEqual([false])
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
  ])('%s is said once and breaks nothing', async (name, why) => {
    const refuse = () => Promise.reject(new DOMException('', name))
    openPage({ load: refuse, putLook: refuse, putBody: refuse, remove: refuse })
    await lab.restore()
    await train()
    expect(lab.store.getState().notices).toEqual([{ kind: 'storage', why }])
    lab.actions.dismiss('storage')
    lab.actions.edit('lr', 0.2)
    await train()
    expect(lab.store.getState().notices).toEqual([])
    expect(runs()).toHaveLength(2)
  })
})

it('runs of links without a preset are told apart by name, also when a name is taken back', async () => {
  const names = () => runs().map((run) => runName(run, messages('en')))
  lab.actions.openLink('#data=moons&lr=0.1')
  await train()
  lab.actions.openLink('#data=moons&lr=0.3')
  const second = await train()
  expect(names()).toEqual(['Two moons', 'Two moons + learning rate 0.3'])
  lab.actions.rename(second, 'mine')
  expect(names()).toEqual(['Two moons', 'mine'])
  lab.actions.rename(second, ' ')
  expect(names()).toEqual(['Two moons', 'Two moons + learning rate 0.3'])
  lab.actions.take([
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
    lab.actions.openScene({ preset: null, experiment, lineup: null })
    return experiment.data.rows!.digest
  }

  it('is written once, however often its runs are pinned or named', async () => {
    const digest = chosen()
    const id = await train()
    lab.actions.togglePinned(id)
    await settled()
    lab.actions.rename(id, 'mine')
    await settled()
    expect(shelf.tablesWritten).toEqual([digest])
    expect(shelf.looks.get(id)).not.toHaveProperty('table')
    openPage()
    await lab.restore()
    expect(runs()[0]).toMatchObject({
      name: 'mine',
      pinned: true,
      experiment: { data: { rows: { digest } } },
    })
    lab.actions.togglePinned(id)
    await settled()
    expect(shelf.tablesWritten).toEqual([digest])
  })

  it('is written again for a run that comes back after its table may have gone', async () => {
    const digest = chosen()
    const id = await train()
    lab.actions.remove(id)
    await settled()
    lab.actions.restoreRemoved()
    await settled()
    expect(shelf.tablesWritten).toEqual([digest, digest])
  })

  it('kept with the look, as an earlier version did, is found, and finds its own place', async () => {
    const digest = chosen()
    const id = await train()
    const look = shelf.looks.get(id)!
    shelf.looks.set(id, { ...look, table: contentsOf(digest) })
    shelf.tables.clear()
    openPage()
    await lab.restore()
    expect(runs()).toHaveLength(1)
    expect(lab.history(id)).toEqual(ROWS)
    lab.actions.togglePinned(id)
    await settled()
    expect(shelf.tables.get(digest)?.contents).toEqual(contentsOf(digest))
    expect(shelf.looks.get(id)).not.toHaveProperty('table')
  })
})

describe('the same experiment again', () => {
  it.each(['pinned', 'named'])('leaves a %s run where it is', async (how) => {
    const id = await train()
    if (how === 'pinned') lab.actions.togglePinned(id)
    else lab.actions.rename(id, 'mine')
    await train()
    expect(runs()).toHaveLength(2)
  })
})

describe('a fork', () => {
  it('stays on the charts beside the run that changes one setting of it', async () => {
    lab.actions.edit('lr', 0.2)
    const parent = await train()
    lab.actions.edit('lr', 0.3)
    lab.actions.fork(parent)
    expect(draft().optimizer.learningRate).toBe(0.2)
    lab.actions.edit('dropout', 0.4)
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
    lab.actions.edit('dropout', 0.4)
    lab.actions.runBeside(first)
    await settled()
    const shown = runs().filter(({ visible }) => visible)
    expect(shown.map(({ experiment }) => experiment.regularization.dropout)).toEqual([0, 0.4])
    expect(shown[0]!.id).toBe(first)
    expect(draft().regularization.dropout).toBe(0.4)
  })
})

describe('undo and redo', () => {
  it('one step for a drag, however slow, and one for each control', () => {
    const before = draft()
    lab.actions.gesture(true)
    for (const rate of [0.02, 0.03, 0.05]) {
      clock += 800
      lab.actions.edit('lr', rate)
    }
    lab.actions.gesture(false)
    lab.actions.edit('dropout', 0.1)
    lab.actions.undoEdit()
    expect(draft()).toMatchObject({ optimizer: { learningRate: 0.05 }, regularization: { dropout: 0 } })
    lab.actions.undoEdit()
    expect(draft()).toEqual(before)
    lab.actions.redoEdit()
    lab.actions.redoEdit()
    expect(draft()).toMatchObject({ optimizer: { learningRate: 0.05 }, regularization: { dropout: 0.1 } })
  })

  it('two drags of one control are two steps; typing quickly is one', () => {
    lab.actions.gesture(true)
    lab.actions.edit('lr', 0.02)
    lab.actions.gesture(false)
    lab.actions.gesture(true)
    lab.actions.edit('lr', 0.03)
    lab.actions.gesture(false)
    lab.actions.undoEdit()
    expect(draft().optimizer.learningRate).toBe(0.02)
    clock += 1000
    lab.actions.edit('lr', 0.1)
    clock += 100
    lab.actions.edit('lr', 0.2)
    lab.actions.undoEdit()
    expect(draft().optimizer.learningRate).toBe(0.02)
  })

  it('goes back over a scene and over reset all, and a new change ends what could be redone', () => {
    lab.actions.edit('dropout', 0.3)
    const before = lab.store.getState()
    lab.actions.choosePreset('underfitting')
    lab.actions.undoEdit()
    expect(lab.store.getState()).toMatchObject({ draft: before.draft, baseline: before.baseline })
    lab.actions.undoAll()
    expect(draft().regularization.dropout).toBe(0)
    lab.actions.undoEdit()
    expect(draft().regularization.dropout).toBe(0.3)
    lab.actions.edit('dropout', 0.4)
    lab.actions.redoEdit()
    expect(draft().regularization.dropout).toBe(0.4)
  })
})
