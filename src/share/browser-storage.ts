/** Runs in the browser's own database. Opened when first needed; whoever asks hears why it cannot be. */
import type { RunStorage, StoredBody, StoredLook } from '../store/run-storage.ts'

const NAME = 'fitting-room'
const LOOKS = 'looks'
const BODIES = 'bodies'

export function browserStorage(): RunStorage {
  let opened: Promise<IDBDatabase> | undefined

  function database(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(LOOKS, { keyPath: 'id' })
        request.result.createObjectStore(BODIES, { keyPath: 'id' })
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
      const transaction = (await database()).transaction([LOOKS, BODIES])
      const [looks, bodies] = await Promise.all([
        all<StoredLook>(transaction.objectStore(LOOKS)),
        all<StoredBody>(transaction.objectStore(BODIES)),
      ])
      const byId = new Map(bodies.map((body) => [body.id, body]))
      return looks.map((look) => ({ look, body: byId.get(look.id) }))
    },
    putLook: (look) => change([LOOKS], (transaction) => transaction.objectStore(LOOKS).put(look)),
    putBody: (body) => change([BODIES], (transaction) => transaction.objectStore(BODIES).put(body)),
    remove: (id) =>
      change([LOOKS, BODIES], (transaction) => {
        transaction.objectStore(LOOKS).delete(id)
        transaction.objectStore(BODIES).delete(id)
      }),
  }
}

function all<T>(store: IDBObjectStore): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const request = store.getAll()
    request.onsuccess = () => resolve(request.result as T[])
    request.onerror = () => reject(request.error)
  })
}
