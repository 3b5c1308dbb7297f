/**
 * Keeps runs in the browser's own database. It is opened when first needed, and whoever needs it is told if it cannot
 * be. Everything that is written of a run is one transaction, so that no page finds half of it. A page that is being
 * closed has no time to wait for answers, so what is only written is committed at once.
 */
import type { PackedHistory } from '../store/history.ts'
import type { RunStorage } from '../store/run-storage.ts'
import {
  type RunWrite,
  type StoredLook,
  type StoredRun,
  type StoredTable,
  tableNeeded,
} from '../store/stored-run.ts'
import { committed, done, result } from './indexed-db.ts'

const NAME = 'fitting-room'
const LOOKS = 'looks'
const BODIES = 'bodies'
/** Epochs by run and position, a block in each record: blocks that have not changed are not written again. */
const BLOCKS = 'blocks'
const TABLES = 'tables'

/**
 * The number of tables that are kept although no run needs them, the most recently used: a draft may still use them.
 */
const SPARE_TABLES = 3

type StoredBody = Pick<RunWrite, 'weights'> & {
  readonly id: string
  /** Absent in bodies of earlier versions. */
  readonly checkpoint?: RunWrite['checkpoint']
  /** `blocks` are records of their own, but for bodies of earlier versions. */
  readonly epochs: Omit<PackedHistory, 'blocks'> & Partial<Pick<PackedHistory, 'blocks'>>
}

type TableRecord = StoredTable & {
  /** When a page last wrote or read it, in ms since 1970; absent in records of earlier versions. */
  readonly used?: number
}

export function browserStorage(): RunStorage {
  let database: IDBDatabase | undefined
  let opening: Promise<IDBDatabase> | undefined

  function open(): Promise<IDBDatabase> {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 3)
      request.onupgradeneeded = ({ oldVersion }) => {
        const { result } = request
        if (oldVersion < 1) {
          result.createObjectStore(LOOKS, { keyPath: 'id' })
          result.createObjectStore(BODIES, { keyPath: 'id' })
        }
        // Records of the first version contain their table themselves, until they are written again.
        if (oldVersion < 2) result.createObjectStore(TABLES, { keyPath: 'digest' })
        // Bodies of the second version contain all epochs themselves, until they are written again.
        if (oldVersion < 3) result.createObjectStore(BLOCKS)
      }
      request.onsuccess = () => {
        database = request.result
        // A page of a later version wants to change the database, so this one closes it.
        database.onversionchange = () => {
          database?.close()
          database = undefined
          opening = undefined
        }
        resolve(database)
      }
      request.onerror = () => {
        opening = undefined
        reject(request.error)
      }
    })
    return opening
  }

  /** Writes that wait for no answer: if the database is open, it has all of them when this returns. */
  async function write<T>(stores: string[], work: (transaction: IDBTransaction) => T): Promise<Awaited<T>> {
    const transaction = (database ?? (await open())).transaction(stores, 'readwrite')
    const [value] = await Promise.all([work(transaction), committed(transaction)])
    return value
  }

  /** Writes that follow from what is read. */
  async function change<T>(stores: string[], work: (transaction: IDBTransaction) => T): Promise<Awaited<T>> {
    const transaction = (database ?? (await open())).transaction(stores, 'readwrite')
    const [value] = await Promise.all([work(transaction), done(transaction)])
    return value
  }

  return {
    async opened() {
      if (!database) await open()
    },
    async load() {
      const transaction = (database ?? (await open())).transaction([LOOKS, BODIES, BLOCKS, TABLES])
      const [looks, bodies, blocks, blockKeys, tables] = await Promise.all([
        result<StoredLook[]>(transaction.objectStore(LOOKS).getAll()),
        result<StoredBody[]>(transaction.objectStore(BODIES).getAll()),
        result<Float64Array[]>(transaction.objectStore(BLOCKS).getAll()),
        result<IDBValidKey[]>(transaction.objectStore(BLOCKS).getAllKeys()),
        result<TableRecord[]>(transaction.objectStore(TABLES).getAll()),
      ])
      const blocksOf = new Map<string, Float64Array[]>()
      // Blocks come in the order of their keys: for each run, from the first epoch on.
      for (const [i, block] of blocks.entries()) {
        const [id] = blockKeys[i] as [string, number]
        blocksOf.set(id, [...(blocksOf.get(id) ?? []), block])
      }
      const bodyOf = new Map(bodies.map((body) => [body.id, body]))
      const tableOf = new Map(tables.map((table) => [table.digest, table]))
      return looks.map((look): StoredRun => {
        const body = bodyOf.get(look.id)
        const epochs = body && { blocks: blocksOf.get(look.id) ?? [], ...body.epochs }
        return {
          look,
          body: body && epochs && { ...body, epochs },
          table: tableOf.get(tableNeeded(look) ?? ''),
        }
      })
    },
    putRun: ({ look, weights, checkpoint, epochs, table }) =>
      write([LOOKS, BODIES, BLOCKS, TABLES], (transaction) => {
        const { blocks, firstBlock, ...shape } = epochs
        const stored = transaction.objectStore(BLOCKS)
        // Epochs that a run no longer has, because it continued from an earlier one, are removed.
        stored.delete(after(look.id, firstBlock))
        for (const [i, block] of blocks.entries()) stored.put(block, [look.id, firstBlock + i])
        const body: StoredBody = { id: look.id, weights, checkpoint, epochs: shape }
        transaction.objectStore(BODIES).put(body)
        transaction.objectStore(LOOKS).put(look)
        if (table) putTable(transaction, table)
      }),
    // Written before it is known whether the run is there: the page may be gone before the answer. A look without a body,
    // which may then be left of a run that another page removed, is not shown.
    async putLook(look) {
      const found = await write([LOOKS], (transaction) => {
        const looks = transaction.objectStore(LOOKS)
        const key = result(looks.getKey(look.id))
        looks.put(look)
        return key
      })
      if (found !== undefined) return true
      await write([LOOKS], (transaction) => {
        transaction.objectStore(LOOKS).delete(look.id)
      })
      return false
    },
    async remove(id) {
      await write([LOOKS, BODIES, BLOCKS], (transaction) => {
        transaction.objectStore(LOOKS).delete(id)
        transaction.objectStore(BODIES).delete(id)
        transaction.objectStore(BLOCKS).delete(after(id, 0))
      })
      await change([LOOKS, TABLES], dropUnneeded)
    },
    putTable: (table) => write([TABLES], (transaction) => putTable(transaction, table)),
    table: (digest) =>
      change([TABLES], async (transaction) => {
        const found = await result<TableRecord | undefined>(transaction.objectStore(TABLES).get(digest))
        if (found) putTable(transaction, found)
        return found
      }),
  }
}

/** The keys of a run's blocks from one position on. */
const after = (id: string, firstBlock: number) =>
  IDBKeyRange.bound([id, firstBlock], [id, Number.POSITIVE_INFINITY])

function putTable(transaction: IDBTransaction, { digest, contents }: StoredTable) {
  const record: TableRecord = { digest, contents, used: Date.now() }
  transaction.objectStore(TABLES).put(record)
}

/** Removes unused tables in the transaction that removed a run: the runs of other pages count as well. */
async function dropUnneeded(transaction: IDBTransaction) {
  const looks = await result<StoredLook[]>(transaction.objectStore(LOOKS).getAll())
  const needed = new Set(looks.map(tableNeeded))
  const tables = transaction.objectStore(TABLES)
  const spare: { digest: string; used: number }[] = []
  const cursor = tables.openCursor()
  cursor.onsuccess = () => {
    if (cursor.result) {
      const { digest, used = 0 } = cursor.result.value as TableRecord
      if (!needed.has(digest)) spare.push({ digest, used })
      cursor.result.continue()
    } else
      for (const { digest } of spare.sort((a, b) => b.used - a.used).slice(SPARE_TABLES))
        tables.delete(digest)
  }
}
