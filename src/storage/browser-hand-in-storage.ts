/** The hand-ins in the browser's own database. */
import type { HandInStorage, StoredHandIn } from '../store/hand-in-storage.ts'
import { committed, result } from './indexed-db.ts'

const NAME = 'fitting-room-hand-ins'
/** Under the assignment and the id. */
const STORE = 'hand-ins'

/** Rejects where the browser keeps nothing (private windows of some). */
export function browserHandInStorage(): HandInStorage {
  let opened: Promise<IDBDatabase> | null = null
  const changed = async (change: (store: IDBObjectStore) => void) => {
    opened ??= open()
    const transaction = (await opened).transaction(STORE, 'readwrite')
    change(transaction.objectStore(STORE))
    return committed(transaction)
  }
  return {
    async load(assignment) {
      opened ??= open()
      const store = (await opened).transaction(STORE).objectStore(STORE)
      const all = IDBKeyRange.bound([assignment], [assignment, []])
      return (await result(store.getAll(all))) as StoredHandIn[]
    },
    put: (assignment, handIns) =>
      changed((store) => {
        for (const handIn of handIns) store.put(handIn, [assignment, handIn.id])
      }),
    remove: (assignment, ids) =>
      changed((store) => {
        for (const id of ids) store.delete([assignment, id])
      }),
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return result(request)
}
