/** The browser's own database, and what an earlier version of the page left in it. */
import { beforeEach, expect, test } from 'vitest'
import { internTable, type TableContents } from '../domain/data/table.ts'
import { expectExperiment } from '../domain/parse.ts'
import type { StoredBody, StoredLook } from '../store/run-storage.ts'
import { browserStorage } from './browser-storage.ts'

const contents: TableContents = {
  columns: ['a', 'b'],
  target: 'y',
  inputs: Float32Array.from({ length: 18 }, (_, i) => i * i),
  targets: Float32Array.from({ length: 9 }, (_, i) => i),
  classes: [],
  partOf: null,
}
const read = internTable(contents)
if (!read.ok) throw new Error('no table')
const { digest } = read.table
const rows = { set: 'rows', rows: read.table, train: 5, validation: 2, test: 2 }

const look = (id: string, data: object = rows): StoredLook => ({
  version: 1,
  id,
  order: 1,
  view: { id, experiment: expectExperiment({ data }) } as StoredLook['view'],
})
const body = (id: string): StoredBody => ({
  id,
  epochs: { length: 0, width: 0, quality: null, blocks: [] },
  weights: null,
})

const settled = (request: IDBRequest) =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve
    request.onerror = () => reject(request.error)
    // Storages of other tests let go of the old database when they hear of this.
  })

beforeEach(async () => {
  await settled(indexedDB.deleteDatabase('fitting-room'))
})

test('a look is one small record; its table is there for all runs that have it, and goes with the last', async () => {
  const storage = browserStorage()
  await storage.putLook(look('one'), { digest, contents })
  await storage.putLook(look('two'), null)
  await storage.putLook(look('three', { set: 'moons' }), null)
  await storage.putBody(body('one'))
  const loaded = await storage.load()
  expect(Object.fromEntries(loaded.map(({ look: { id }, table }) => [id, table?.contents]))).toEqual({
    one: contents,
    two: contents,
    three: undefined,
  })
  expect(loaded.find((each) => each.look.id === 'one')?.body).toEqual(body('one'))
  await storage.remove('one')
  expect((await storage.load()).find((each) => each.look.id === 'two')?.table).toEqual({ digest, contents })
  await storage.remove('two')
  await storage.putLook(look('four'), null)
  expect((await storage.load()).map(({ look: { id }, table }) => [id, table])).toEqual([
    ['four', undefined],
    ['three', undefined],
  ])
})

test('runs of the first version are found with the tables that their looks held', async () => {
  const opening = indexedDB.open('fitting-room', 1)
  opening.onupgradeneeded = () => {
    for (const store of ['looks', 'bodies']) opening.result.createObjectStore(store, { keyPath: 'id' })
  }
  await settled(opening)
  const old = opening.result.transaction(['looks', 'bodies'], 'readwrite')
  old.objectStore('looks').put({ ...look('old'), table: contents })
  await settled(old.objectStore('bodies').put(body('old')))
  opening.result.close()
  const storage = browserStorage()
  expect(await storage.load()).toEqual([
    { look: { ...look('old'), table: contents }, body: body('old'), table: undefined },
  ])
  await storage.putLook(look('old'), { digest, contents })
  expect(await storage.load()).toEqual([
    { look: look('old'), body: body('old'), table: { digest, contents } },
  ])
})
