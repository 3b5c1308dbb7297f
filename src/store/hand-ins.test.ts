/** Hand-ins on the real engine: what was trained comes out again, and what was not is found out. */
import { beforeAll, expect, it } from 'vitest'
import type { ClientEvent } from '../client/client-event.ts'
import { quietClient } from '../client/quiet-client.testing.ts'
import type { Condition } from '../domain/assignment/assignment.ts'
import { judge, judgedRun, meetsAll } from '../domain/assignment/judge.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { type Story, trained } from '../engine/trained.testing.ts'
import { runsFromText, runsToText } from '../files/runs-link.ts'
import type { HandInStorage, StoredHandIn } from './hand-in-storage.ts'
import { createHandIns } from './hand-ins.ts'

const experiment = expectExperiment({
  data: { set: 'moons', train: 40, validation: 40, test: 10, noise: 0.2 },
  model: { layers: [{ units: 8 }] },
  optimizer: { learningRate: 0.02 },
  training: { batchSize: 20, epochs: 30 },
  earlyStopping: { patience: 5 },
})

let honest: ReadRecord
let story: Story
const times = (epochs: number) =>
  expectExperiment({ ...experiment, training: { ...experiment.training, epochs } })

beforeAll(async () => {
  story = await trained(experiment)
  honest = await throughLink(recordOf(story))
})

const recordOf = ({ rows, outcome }: Story, of: Experiment = experiment): ReadRecord => ({
  version: 1,
  id: 'a',
  name: 'Ada',
  experiment: of,
  engine: { name: 'wasm', device: 'SIMD' },
  epochs: rows,
  outcome,
  test: null,
  weights: [],
})

/** As it arrives at the teacher's. */
async function throughLink(record: ReadRecord): Promise<ReadRecord> {
  const read = await runsFromText(await runsToText([record]), NO_TABLES)
  if (!read.ok) throw new Error(read.why)
  return read.records[0]!
}

/** The real engine, which reports its epochs one by one and can be stopped between two. */
function page(engine: 'wasm' | 'webgl' = 'wasm', storage: HandInStorage | null = null) {
  const listeners = new Set<(event: ClientEvent) => void>()
  const say = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  const stopped = new Set<string>()
  const started: Experiment[] = []
  /** Runs that do not report before the test lets them. */
  let gate = Promise.resolve()
  const client = {
    ...quietClient,
    listen(listener: (event: ClientEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: (run: string) => void stopped.add(run),
    async start(run: string, of: Experiment) {
      started.push(of)
      const { start, rows, outcome } = await trained(of)
      await gate
      say({ type: 'placed', run, engine: { name: engine, device: '' }, after: 0, quicker: null })
      if (start) say({ type: 'started', run, start })
      for (const row of rows) {
        if (stopped.has(run)) break
        say({ type: 'epochs', run, rows: [row], patience: { best: 1, wait: 0 } })
      }
      const end = stopped.has(run)
        ? ({ kind: 'stopped', epoch: 0, best: 0, restored: null } as const)
        : outcome
      say({ type: 'finished', run, outcome: end, last: [], best: null })
    },
  }
  const handIns = createHandIns({
    name: 'hand-in',
    client,
    sources: { want: async () => {}, get: () => undefined },
    cores: 2,
    tables: NO_TABLES,
    assignment: 'a',
    storage: storage && Promise.resolve(storage),
  })
  const all = () => handIns.store.getState().all
  const kinds = () => all().map(({ check }) => check.kind)
  const ended = async () => {
    await expect.poll(kinds, { timeout: 60_000 }).not.toContain('running')
    await expect.poll(kinds, { timeout: 60_000 }).not.toContain('waiting')
    return all().map(({ check }) => check)
  }
  return { handIns, all, kinds, ended, started, hold: (until: Promise<void>) => (gate = until) }
}

it('a run that was really trained is reproduced exactly, and the repeated run has its numbers', async () => {
  const { handIns, ended } = page()
  expect(handIns.add([honest])).toBe(0)
  const [check] = await ended()
  expect(check).toMatchObject({ kind: 'done', found: { kind: 'exact', epochs: story.rows.length } })
  const row = story.rows[story.outcome.restored! - 1]!
  expect(check?.kind === 'done' && check.again.row).toMatchObject({
    epoch: row.epoch,
    validation: row.validation,
  })
  expect(check?.kind === 'done' && check.again.verdict).not.toBeNull()
})

it.each([
  [
    'a loss',
    ({ validation }: Story['last']) => ({ validation: { ...validation, loss: validation.loss * 0.9 } }),
  ],
  ['an accuracy', ({ validation }: Story['last']) => ({ validation: { ...validation, accuracy: 1 } })],
])('a record with %s that nobody trained is found out', async (_, forge) => {
  const at = honest.epochs.findIndex(({ validation }) => validation.accuracy !== 1)
  const epochs = honest.epochs.map((row, i) => (i === at ? { ...row, ...forge(row) } : row))
  const { handIns, ended } = page()
  handIns.add([{ ...honest, epochs }])
  expect(await ended()).toMatchObject([{ kind: 'done', found: { kind: 'differs', epoch: at + 1 } }])
})

it('a record that claims more epochs than its run had, or other settings, is found out', async () => {
  const more = [...honest.epochs, { ...honest.epochs.at(-1)!, epoch: honest.epochs.length + 1 }]
  const other = expectExperiment({ ...experiment, optimizer: { learningRate: 0.03 } })
  const { handIns, ended } = page()
  handIns.add([
    { ...honest, epochs: more, outcome: null },
    { ...honest, experiment: other },
  ])
  expect(await ended()).toMatchObject([
    { found: { kind: 'differs', epoch: more.length } },
    { found: { kind: 'differs', epoch: 1 } },
  ])
})

it('which weights a run was left with follows from its epochs, not from what the record says', () => {
  const wanted = story.rows[story.outcome.restored! - 1]!
  const claims = { ...honest, outcome: { ...story.outcome, restored: 1, best: 1 } }
  expect(judgedRun(claims.experiment, claims.epochs, null).row?.epoch).toBe(wanted.epoch)
})

it('a run that was stopped by hand is repeated as far as it went', async () => {
  const long = times(100_000)
  const stopped = { ...honest, experiment: long, epochs: honest.epochs.slice(0, 7) }
  const { handIns, ended, started } = page()
  // The engine trains the whole run here: a shorter one has the same first epochs.
  handIns.add([
    { ...stopped, experiment: times(12), outcome: { kind: 'stopped', epoch: 7, best: 7, restored: 7 } },
  ])
  const [check] = await ended()
  expect(started).toEqual([times(12)])
  expect(check).toMatchObject({ found: { kind: 'exact', epochs: 7 }, again: { epochs: 7 } })
})

it('of another engine, the repeated run has to meet the goal itself', async () => {
  const elsewhere = { ...honest, engine: { name: 'webgl', device: 'a GPU' } } as const
  const best = Math.min(...honest.epochs.map(({ validation }) => validation.loss))
  const goal: Condition = { quantity: 'loss', bound: 'max', value: best }
  const forged = {
    ...elsewhere,
    epochs: honest.epochs.map((row) => ({
      ...row,
      validation: { ...row.validation, loss: row.validation.loss / 2 },
    })),
  }
  const harder: Condition = { ...goal, value: best * 0.6 }
  const { handIns, ended } = page()
  handIns.add([elsewhere, forged])
  const checks = await ended()
  expect(checks).toMatchObject([{ found: { kind: 'rounded', largest: 0 } }, { found: { kind: 'rounded' } }])
  const meets = checks.map(
    (check, i) =>
      check.kind === 'done' && meetsAll(judge({ conditions: [[goal, harder][i]!], title: '' }, check.again)),
  )
  expect(meets).toEqual([true, false])
})

it('a run that began with the weights of another cannot be trained again', async () => {
  const { handIns, kinds, started } = page()
  handIns.add([
    { ...honest, branch: { run: 'b', epoch: 3, optimizer: 'kept' } as NonNullable<ReadRecord['branch']> },
  ])
  expect(kinds()).toEqual(['not-from-seed'])
  expect(started).toEqual([])
})

it('what came twice is checked once', async () => {
  const { handIns, all, ended } = page()
  expect(handIns.add([honest, honest])).toBe(1)
  expect(handIns.add([honest, { ...honest, name: 'Grace' }])).toBe(1)
  expect(all().map(({ record }) => record.name)).toEqual(['Ada', 'Grace'])
  await ended()
})

it('stopped, what has ended stays; it goes on with the rest, and can be emptied', async () => {
  const { handIns, kinds, ended, hold } = page()
  handIns.add([honest])
  await ended()
  let open = () => {}
  hold(new Promise((resolve) => (open = resolve)))
  handIns.add([
    { ...honest, name: 'Grace' },
    { ...honest, name: 'Alan' },
    { ...honest, name: 'Edsger' },
  ])
  handIns.stop()
  expect(kinds()).toEqual(['done', 'stopped', 'stopped', 'stopped'])
  open()
  handIns.goOn()
  expect((await ended()).map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done'])
  handIns.clear()
  expect(kinds()).toEqual([])
})

/** Keeps what can be cloned, as a browser does. */
function memory() {
  const kept = new Map<number, StoredHandIn>()
  const storage: HandInStorage = {
    load: async (assignment) => (assignment === 'a' ? structuredClone([...kept.values()]) : []),
    async put(_, handIns) {
      for (const each of handIns) kept.set(each.id, structuredClone(each))
    },
    async remove(_, ids) {
      for (const id of ids) kept.delete(id)
    },
  }
  return { kept, storage }
}

it('another page finds what was checked, and what was not is stopped and can go on', async () => {
  const { storage, kept } = memory()
  const first = page('wasm', storage)
  first.handIns.add([honest])
  await first.ended()
  let goOn = () => {}
  first.hold(new Promise((resolve) => (goOn = resolve)))
  first.handIns.add([{ ...honest, name: 'Grace' }])
  await expect.poll(() => kept.size).toBe(2)

  const second = page('wasm', storage)
  await expect.poll(second.kinds).toEqual(['done', 'stopped'])
  expect(second.all()[0]).toEqual(first.all()[0])
  expect(second.started).toEqual([])
  // The same run is known by what was kept of it.
  expect(second.handIns.add([honest])).toBe(1)
  second.handIns.goOn()
  expect(await second.ended()).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
  goOn()
  await first.ended()
})

it('what is removed is gone for another page too, until it is brought back', async () => {
  const { storage, kept } = memory()
  const first = page('wasm', storage)
  first.handIns.add([honest])
  await first.ended()
  await expect.poll(() => [...kept.values()][0]?.check).toBeTruthy()
  const before = [...kept.values()]
  first.handIns.clear()
  expect(first.all()).toEqual([])
  await expect.poll(() => kept.size).toBe(0)
  first.handIns.bringBack()
  expect(first.kinds()).toEqual(['done'])
  expect(first.handIns.store.getState().removed).toEqual([])
  await expect.poll(() => [...kept.values()]).toEqual(before)
})

it('what is kept and cannot be read is left out, and where nothing can be kept the list says so', async () => {
  const { storage, kept } = memory()
  kept.set(1, { version: 1, id: 1, record: { version: 1, epochs: 'none' }, check: null })
  const first = page('wasm', storage)
  first.handIns.add([honest])
  await first.ended()
  expect(first.all()).toHaveLength(1)
  expect(first.handIns.store.getState().kept).toBe(true)
  const refusing = { ...storage, put: () => Promise.reject(new Error('full')) }
  const second = page('wasm', refusing)
  second.handIns.add([{ ...honest, name: 'Grace' }])
  await second.ended()
  await expect.poll(() => second.handIns.store.getState().kept).toBe(false)
})
