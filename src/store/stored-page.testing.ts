/** A page whose runs are stored in memory, for tests: opened as often as a person reloads it. */
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { EpochRow, Start } from '../domain/run/run.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { RunStorage } from './run-storage.ts'
import { type AppStore, createAppStore } from './store.ts'
import { type StoredRun, type StoredTable, tableNeeded } from './stored-run.ts'

interface FakeClient {
  readonly client: EngineClient
  /** The runs that were started, each with its checkpoint. */
  readonly started: { run: string; from: unknown }[]
  say(event: ClientEvent): void
}

function fakeClient(): FakeClient {
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

interface StorageInMemory {
  readonly storage: RunStorage
  readonly looks: Map<string, StoredRun['look']>
  readonly bodies: Map<string, NonNullable<StoredRun['body']>>
  readonly tables: Map<string, StoredTable>
  /** The digests in the order of writing. */
  readonly tablesWritten: string[]
  /** The ids of runs whose epochs and weights were written, in order. */
  readonly bodiesWritten: string[]
}

/** A map that copies what is put in and taken out, as a browser's database does. */
function memory(): StorageInMemory {
  const looks = new Map<string, StoredRun['look']>()
  const bodies = new Map<string, NonNullable<StoredRun['body']>>()
  const tables = new Map<string, StoredTable>()
  const tablesWritten: string[] = []
  const bodiesWritten: string[] = []
  const storage: RunStorage = {
    opened: async () => {},
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

export const row = (epoch: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: 0.5, accuracy: 0.75 },
  validation: { loss: validation, accuracy: 0.625 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [0.25],
  seconds: 0.125,
})
export const START: Start = {
  train: { loss: 0.75, accuracy: 0.5 },
  validation: { loss: 0.875, accuracy: 0.5 },
  gradients: [0.5],
  inactive: [],
}
export const ROWS = [row(1, 0.9), row(2, 0.7), row(3, 0.8)]
/** Weights of the opening scene's network, 2-8-8-8-1. */
export const CHECKPOINT: Checkpoint = {
  epoch: 3,
  state: { weights: Float32Array.from({ length: 200 }, (_, i) => i), slots: [], updates: 12 },
  stopping: { best: 0.7, bestEpoch: 2, wait: 1, improved: false, stop: false },
  best: null,
}
export const kernel = { name: 'dense_1/kernel', shape: [1, 2], values: Float32Array.of(1.5, -2) }

export let app: AppStore
export let fake: FakeClient
export let stored: StorageInMemory
let clock: number
let ids = 0

export function openPage(storage: RunStorage = stored.storage): AppStore {
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

/** A page on which nothing was ever stored: before each test. */
export function openFirstPage() {
  clock = 0
  stored = memory()
  openPage()
}

/** Lets the page's clock go on. */
export function wait(ms: number) {
  clock += ms
}

export const settled = () => new Promise((resolve) => setTimeout(resolve))
export const runs = () => app.store.getState().runs
export const draft = () => app.store.getState().draft.experiment

export async function start(): Promise<string> {
  app.actions.runOrPause()
  await settled()
  const { id } = runs().at(-1)!
  fake.say({ type: 'running', run: id })
  fake.say({ type: 'started', run: id, start: START })
  fake.say({ type: 'epochs', run: id, rows: ROWS, patience: { best: 2, wait: 1 } })
  return id
}

export async function train(): Promise<string> {
  const id = await start()
  const outcome = { kind: 'completed', epoch: 3, best: 2, restored: 2 } as const
  fake.say({ type: 'finished', run: id, outcome, last: [kernel], best: [kernel] })
  await settled()
  return id
}
