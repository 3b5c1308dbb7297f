import { afterEach, expect, it, vi } from 'vitest'
import type { EpochRow } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { tableOf } from '../domain/table/table.ts'
import { type OpeningWorker, openApart } from './open-apart.ts'
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
  const records = ['a', 'b'].map((id) => ({ id, epochs: [] as EpochRow[] }) as unknown as ReadRecord)
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
  const opening = openApart(runs(), { onProgress: quiet, signal: cancelled.signal, spawn: () => worker })
  await settle()
  cancelled.abort()
  expect(await opening).toBeNull()
  expect(worker.terminated).toBe(true)
})

it('what its first bytes and its size refuse, and what is small, needs no worker', async () => {
  const spawn = vi.fn(fakeWorker)
  const { signal } = new AbortController()
  const huge = { size: 3e8, slice: () => new Blob(['{']) } as unknown as Blob
  expect(await openApart(huge, { onProgress: quiet, signal, spawn })).toEqual({
    kind: 'refused',
    why: 'too-large',
  })
  const table = await openApart(new Blob(['a,b\n1,2']), { onProgress: quiet, signal, spawn })
  expect(table).toEqual({ kind: 'foreign', text: true })
  const small = await openApart(new Blob(['{"runs":[]}']), { onProgress: quiet, signal, spawn })
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
  expect(await openApart(runs(), { onProgress: quiet, signal, spawn })).toEqual({
    kind: 'refused',
    why: 'not-runs',
  })
})

it('a worker that breaks over a file refuses it', async () => {
  const worker = fakeWorker()
  const { signal } = new AbortController()
  const opening = openApart(runs(), { onProgress: quiet, signal, spawn: () => worker })
  await settle()
  worker.say({ type: 'progress', share: 0.5 })
  worker.onerror?.({ message: 'out of memory' } as ErrorEvent)
  expect(await opening).toEqual({ kind: 'refused', why: 'unreadable' })
})

it('the worker sends the tables along that its experiments refer to', async () => {
  const told: FromOpening[] = []
  const scope: { onmessage?: (event: MessageEvent<Blob>) => Promise<void> } = {}
  vi.stubGlobal(
    'self',
    Object.assign(scope, { postMessage: (message: FromOpening) => void told.push(message) }),
  )
  await import('./open-worker.ts')
  const table = '{"columns":["a"],"target":"b","inputs":[[1],[2],[3]],"targets":[1,2,4]}'
  await scope.onmessage!({ data: new Blob([table]) } as MessageEvent<Blob>)
  const last = told.at(-1)!
  if (last.type !== 'opened' || last.opened.kind !== 'table') throw new Error('not opened')
  expect(last.tables).toHaveLength(1)
  expect([...last.tables[0]!.targets]).toEqual([1, 2, 4])
  expect(tableOf(last.opened.table.digest)).toBeDefined()
})
