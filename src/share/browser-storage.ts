/** Runs in the browser's own database. Opened when first needed; whoever asks hears why it cannot be. */
import {
  type RunStorage,
  type StoredBody,
  type StoredLook,
  type StoredTable,
  tableNeeded,
} from '../store/run-storage.ts'

const NAME = 'fitting-room'
const LOOKS = 'looks'
const BODIES = 'bodies'
const TABLES = 'tables'

export function browserStorage(): RunStorage {
  let opened: Promise<IDBDatabase> | undefined

  function database(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 2)
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion < 1) {
          request.result.createObjectStore(LOOKS, { keyPath: 'id' })
          request.result.createObjectStore(BODIES, { keyPath: 'id' })
        }
        // Looks of the first version hold their table themselves, until they are written again.
        request.result.createObjectStore(TABLES, { keyPath: 'digest' })
      }
      request.onsuccess = () => {
        // Another page of a later version wants to change the database: this one lets go.
        request.result.onversionchange = () => {
          request.result.close()
          opened = undefined
        }
        resolve(request.result)
      }
      request.onerror = () => reject(request.error)
    })
    return opened
  }

  async function change(stores: string[], work: (transaction: IDBTransaction) => void): Promise<void> {
    const transaction = (await database()).transaction(stores, 'readwrite')
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    work(transaction)
    return done
  }

  return {
    async load() {
      const transaction = (await database()).transaction([LOOKS, BODIES, TABLES])
      const [looks, bodies, tables] = await Promise.all([
        all<StoredLook>(transaction.objectStore(LOOKS)),
        all<StoredBody>(transaction.objectStore(BODIES)),
        all<StoredTable>(transaction.objectStore(TABLES)),
      ])
      const bodyOf = new Map(bodies.map((body) => [body.id, body]))
      const tableOf = new Map(tables.map((table) => [table.digest, table]))
      return looks.map((look) => ({
        look,
        body: bodyOf.get(look.id),
        table: tableOf.get(tableNeeded(look) ?? ''),
      }))
    },
    putLook: (look, table) =>
      change([LOOKS, TABLES], (transaction) => {
        transaction.objectStore(LOOKS).put(look)
        if (table) transaction.objectStore(TABLES).put(table)
      }),
    putBody: (body) => change([BODIES], (transaction) => transaction.objectStore(BODIES).put(body)),
    remove: (id) =>
      change([LOOKS, BODIES, TABLES], (transaction) => {
        transaction.objectStore(LOOKS).delete(id)
        transaction.objectStore(BODIES).delete(id)
        void dropUnneeded(transaction)
      }),
  }
}

/** In the transaction that took a run away: runs of other pages count as well. */
async function dropUnneeded(transaction: IDBTransaction) {
  const looks = await all<StoredLook>(transaction.objectStore(LOOKS))
  const needed = new Set(looks.map(tableNeeded))
  const tables = transaction.objectStore(TABLES)
  const request = tables.getAllKeys()
  request.onsuccess = () => {
    for (const digest of request.result) if (!needed.has(String(digest))) tables.delete(digest)
  }
}

function all<T>(store: IDBObjectStore): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const request = store.getAll()
    request.onsuccess = () => resolve(request.result as T[])
    request.onerror = () => reject(request.error)
  })
}
