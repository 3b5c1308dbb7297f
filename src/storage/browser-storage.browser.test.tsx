/** The browser's own database, and what an earlier version of the page left in it. */
import { beforeEach, expect, test, vi } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { Table, type TableContents } from '../domain/table/table.ts'
import { History } from '../store/history.ts'
import type { RunWrite, StoredLook, StoredTable } from '../store/stored-run.ts'
import { browserStorage } from './browser-storage.ts'

const contents: TableContents = {
  columns: ['a', 'b'],
  target: 'y',
  inputs: Float32Array.from({ length: 18 }, (_, i) => i * i),
  targets: Float32Array.from({ length: 9 }, (_, i) => i),
  classes: [],
  partOf: null,
}
const read = Table.of(contents)
if (!read.ok) throw new Error('no table')
const { digest } = read.table
const rows = { set: 'rows', rows: read.table, train: 5, validation: 2, test: 2 }

const look = (id: string, data: object = rows): StoredLook => ({
  version: 1,
  id,
  order: 1,
  view: { id, experiment: expectExperiment({ data }) } as StoredLook['view'],
})
const ROWS = Array.from({ length: 2100 }, (_, i) => ({
  epoch: i + 1,
  ...{
    train: { loss: i },
    validation: { loss: -i },
    penalty: 0,
    learningRate: 1,
    gradients: [i],
    seconds: 1,
  },
}))
const history = () => {
  const of = new History()
  of.add(ROWS)
  return of
}
const write = (id: string, table: StoredTable | null = null, data: object = rows): RunWrite => ({
  look: look(id, data),
  ...{ weights: null, checkpoint: null, epochs: history().takeChanges(true), table },
})
const ids = async (storage = browserStorage()) => (await storage.load()).map(({ look: { id } }) => id)

const settled = (request: IDBRequest) =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve
    request.onerror = () => reject(request.error)
    // The storages of other tests close the old database when they are told of this.
  })

beforeEach(async () => {
  await settled(indexedDB.deleteDatabase('fitting-room'))
})

test('a run is there as soon as it is written: all its epochs, of which only what changed is written again', async () => {
  const storage = browserStorage()
  const of = history()
  await storage.putRun({ ...write('one'), epochs: of.takeChanges(false) })
  of.rewind(2060)
  of.add(ROWS.slice(2060, 2090))
  const { firstBlock, ...rest } = of.takeChanges(false)
  expect(firstBlock).toBe(2)
  await storage.putRun({ ...write('one'), epochs: { firstBlock, ...rest } })
  const [loaded] = await browserStorage().load()
  expect(History.unpacked(loaded!.body!.epochs).rows()).toEqual(ROWS.slice(0, 2090))
})

test('the view of a run is written only where the run is stored: another page may have removed it', async () => {
  const storage = browserStorage()
  expect(await storage.putLook(look('one'))).toBe(false)
  await storage.putRun(write('one'))
  expect(await storage.putLook({ ...look('one'), order: 7 })).toBe(true)
  expect((await storage.load()).map((each) => each.look.order)).toEqual([7])
  await storage.remove('one')
  expect(await storage.load()).toEqual([])
})

test('what is written is wholly with the database when the call returns: a page that is left waits for no answer', async () => {
  const storage = browserStorage()
  await storage.putRun(write('one'))
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit')
  for (const hand of [
    () => storage.putRun(write('one')),
    () => storage.putLook({ ...look('one'), order: 7 }),
    () => storage.putTable({ digest, contents }),
    () => storage.remove('one'),
  ]) {
    commit.mockClear()
    const done = hand()
    expect(commit).toHaveBeenCalledTimes(1)
    await done
  }
  commit.mockRestore()
})

test('a table is there for all runs that have it, and after them as long as it was used lately', async () => {
  const storage = browserStorage()
  const other = (n: number): StoredTable => ({ digest: `other-${n}`, contents })
  await storage.putRun(write('one', { digest, contents }))
  await storage.putRun(write('two'))
  await storage.putRun(write('three', null, { set: 'moons' }))
  const loaded = await storage.load()
  expect(Object.fromEntries(loaded.map(({ look: { id }, table }) => [id, table?.contents]))).toEqual({
    one: contents,
    two: contents,
    three: undefined,
  })
  await storage.remove('one')
  expect(await storage.table(digest)).toMatchObject({ digest, contents })
  // This table was used later than the first, and no run needs either any more.
  await new Promise((resolve) => setTimeout(resolve, 5))
  for (const n of [1, 2, 3]) await storage.putTable(other(n))
  await storage.remove('two')
  expect(await storage.table(digest)).toBeUndefined()
  expect(await storage.table('other-1')).toMatchObject(other(1))
  expect(await ids()).toEqual(['three'])
})

test('runs of the first version are found with the tables that their records contained', async () => {
  const opening = indexedDB.open('fitting-room', 1)
  opening.onupgradeneeded = () => {
    for (const store of ['looks', 'bodies']) opening.result.createObjectStore(store, { keyPath: 'id' })
  }
  await settled(opening)
  const old = opening.result.transaction(['looks', 'bodies'], 'readwrite')
  old.objectStore('looks').put({ ...look('old'), table: contents })
  const { firstBlock: _, ...epochs } = history().takeChanges(true)
  const body = { id: 'old', epochs, weights: null }
  await settled(old.objectStore('bodies').put(body))
  opening.result.close()
  const storage = browserStorage()
  expect(await storage.load()).toEqual([
    { look: { ...look('old'), table: contents }, body, table: undefined },
  ])
  // Once written again, the run is stored as this version stores it.
  await storage.putRun(write('old', { digest, contents }))
  const [again] = await storage.load()
  expect(again).toMatchObject({ look: look('old'), table: { digest, contents } })
  expect(History.unpacked(again!.body!.epochs).rows()).toEqual(ROWS)
})
