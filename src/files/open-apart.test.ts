import { afterEach, expect, it, vi } from 'vitest'
import { experimentToJson } from '../domain/experiment/experiment-json.ts'
import { defaultExperiment, expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { sweepToJson } from '../domain/sweep/sweep-record.ts'
import { NO_TABLES, TableLibrary } from '../domain/table/library.ts'
import { type OpeningWorker, openApart } from './open-apart.ts'
import type { Opened } from './open-file.ts'
import type { FromOpening } from './open-worker.ts'

afterEach(() => void vi.unstubAllGlobals())

function fakeWorker() {
  const worker = {
    onmessage: null as OpeningWorker['onmessage'],
    onerror: null as OpeningWorker['onerror'],
    given: [] as Blob[],
    terminated: false,
    postMessage: (file: Blob) => void worker.given.push(file),
    terminate() {
      worker.terminated = true
    },
    say: (data: FromOpening) => worker.onmessage?.({ data } as MessageEvent<FromOpening>),
  }
  return worker
}

const settle = () => new Promise((resolve) => setTimeout(resolve))
const runs = () => new Blob(['{"runs":[]}', ' '.repeat(300_000)])
const quiet = () => {}

it('a file is read in a worker, which is gone when that is over', async () => {
  const worker = fakeWorker()
  const shares: number[] = []
  const { signal } = new AbortController()
  const opening = openApart(runs(), {
    tables: NO_TABLES,
    onProgress: (share) => shares.push(share),
    signal,
    spawn: () => worker,
  })
  await settle()
  expect(worker.given).toHaveLength(1)
  worker.say({ type: 'progress', share: 0.5 })
  expect(worker.terminated).toBe(false)
  const row = (epoch: number) => ({ epoch }) as EpochRow
  worker.say({ type: 'epochs', index: 1, epochs: [row(1), row(2)] })
  worker.say({ type: 'epochs', index: 1, epochs: [row(3)] })
  const records = ['a', 'b'].map(
    (id) => ({ id, experiment: defaultExperiment(), epochs: [] as EpochRow[] }) as unknown as ReadRecord,
  )
  worker.say({ type: 'opened', opened: { kind: 'runs', records }, tables: [] })
  expect(await opening).toEqual({
    kind: 'runs',
    records: [records[0], { ...records[1], epochs: [row(1), row(2), row(3)] }],
  })
  expect(shares).toEqual([0.5])
  expect(worker.terminated).toBe(true)
})

it('cancelled, it ends at once and nothing comes of it', async () => {
  const worker = fakeWorker()
  const cancelled = new AbortController()
  const opening = openApart(runs(), {
    tables: NO_TABLES,
    onProgress: quiet,
    signal: cancelled.signal,
    spawn: () => worker,
  })
  await settle()
  cancelled.abort()
  expect(await opening).toBeNull()
  expect(worker.terminated).toBe(true)
})

it('what its first bytes and its size refuse, and what is small, needs no worker', async () => {
  const spawn = vi.fn(fakeWorker)
  const { signal } = new AbortController()
  const huge = { size: 3e8, slice: () => new Blob(['{']) } as unknown as Blob
  expect(await openApart(huge, { tables: NO_TABLES, onProgress: quiet, signal, spawn })).toEqual({
    kind: 'refused',
    why: 'too-large',
  })
  const table = await openApart(new Blob(['a,b\n1,2']), {
    tables: NO_TABLES,
    onProgress: quiet,
    signal,
    spawn,
  })
  expect(table).toEqual({ kind: 'foreign' })
  const small = await openApart(new Blob(['{"runs":[]}']), {
    tables: NO_TABLES,
    onProgress: quiet,
    signal,
    spawn,
  })
  expect(small).toEqual({ kind: 'refused', why: 'not-runs' })
  expect(spawn).not.toHaveBeenCalled()
})

it.each([
  [
    'has none',
    () => {
      throw new ReferenceError('Worker is not defined')
    },
  ],
  [
    'starts none',
    () => {
      const worker = fakeWorker()
      setTimeout(() => worker.onerror?.({} as ErrorEvent))
      return worker
    },
  ],
])('a browser that %s opens the file on the page', async (_, spawn) => {
  const { signal } = new AbortController()
  expect(await openApart(runs(), { tables: NO_TABLES, onProgress: quiet, signal, spawn })).toEqual({
    kind: 'refused',
    why: 'not-runs',
  })
})

it('a worker that breaks over a file refuses it', async () => {
  const worker = fakeWorker()
  const { signal } = new AbortController()
  const opening = openApart(runs(), { tables: NO_TABLES, onProgress: quiet, signal, spawn: () => worker })
  await settle()
  worker.say({ type: 'progress', share: 0.5 })
  worker.onerror?.({ message: 'out of memory' } as ErrorEvent)
  expect(await opening).toEqual({ kind: 'refused', why: 'unreadable' })
})

const rows = { columns: ['a'], target: 'b', inputs: [[1], [2], [3]], targets: [1, 2, 4] }
const onRows = expectExperiment({ data: { set: 'rows', rows, train: 1, validation: 1, test: 1 } })

it.each([
  ['a table', rows, (opened: Opened) => opened.kind === 'table' && opened.table],
  [
    'runs',
    {
      version: 1,
      id: 'run',
      experiment: experimentToJson(onRows),
      engine: null,
      epochs: [],
      outcome: null,
      test: null,
      weights: [],
    },
    (opened: Opened) => opened.kind === 'runs' && opened.records[0]!.experiment.data.rows,
  ],
  [
    'a sweep',
    sweepToJson({
      sweep: {
        version: 1,
        base: onRows,
        axes: [{ setting: 'lr', values: ['0.1'] }],
        seeds: 1,
        varies: 'all',
        test: false,
      },
      metric: 'train-last',
      runs: [],
    }),
    (opened: Opened) => opened.kind === 'sweep' && opened.sweep.base.data.rows,
  ],
])('the rows of %s that a worker read are on the page afterwards', async (_, content, tableIn) => {
  const told: FromOpening[] = []
  const scope: { onmessage?: (event: MessageEvent<Blob>) => Promise<void> } = {}
  vi.stubGlobal(
    'self',
    Object.assign(scope, { postMessage: (message: FromOpening) => void told.push(structuredClone(message)) }),
  )
  vi.resetModules()
  await import('./open-worker.ts')
  const file = new Blob([JSON.stringify(content), ' '.repeat(300_000)])
  await scope.onmessage!({ data: file } as MessageEvent<Blob>)
  const worker = fakeWorker()
  const tables = new TableLibrary()
  const { signal } = new AbortController()
  const opening = openApart(file, { tables, onProgress: quiet, signal, spawn: () => worker })
  await settle()
  for (const message of told) worker.say(message)
  const opened = await opening
  const table = opened && tableIn(opened)
  expect(table && [...table.source.targets]).toEqual([1, 2, 4])
  expect(table).toBe(tables.find(onRows.data.rows!.digest))
})
