/**
 * Where a sweep is kept, so that a reload loses at most the runs in progress: its definition, whether it was going on,
 * and one record for each finished run. One page at a time keeps: a second one sweeps too, and keeps nothing.
 */
import type { SweepRun } from '../domain/sweep-run.ts'

export interface KeptSweep {
  /** To be parsed: it may be from another version of the page. */
  readonly sweep: unknown
  readonly going: boolean
  readonly runs: readonly SweepRun[]
}

export interface SweepStorage {
  load(): Promise<KeptSweep | null>
  /** Forgets what was kept before. */
  begin(sweep: unknown): Promise<void>
  add(run: SweepRun): Promise<void>
  setGoing(going: boolean): Promise<void>
}

const NAME = 'fitting-room-sweep'
const HEAD = 'head'
const RUNS = 'runs'

/** In IndexedDB. Rejects where the browser keeps nothing (private windows of some) or another page is keeping. */
export function indexedSweeps(): SweepStorage {
  let opened: Promise<IDBDatabase> | null = null
  const database = () => {
    opened ??= keeper().then(open)
    return opened
  }
  const put = async (store: string, key: string, value: unknown) => {
    const transaction = (await database()).transaction(store, 'readwrite')
    transaction.objectStore(store).put(value, key)
    return done(transaction)
  }
  return {
    async load() {
      const transaction = (await database()).transaction([HEAD, RUNS])
      const [sweep, going, runs] = await Promise.all([
        result(transaction.objectStore(HEAD).get('sweep')),
        result(transaction.objectStore(HEAD).get('going')),
        result(transaction.objectStore(RUNS).getAll()),
      ])
      return sweep === undefined ? null : { sweep, going: going === true, runs: runs as SweepRun[] }
    },
    async begin(sweep) {
      const transaction = (await database()).transaction([HEAD, RUNS], 'readwrite')
      transaction.objectStore(RUNS).clear()
      transaction.objectStore(HEAD).put(sweep, 'sweep')
      transaction.objectStore(HEAD).put(true, 'going')
      return done(transaction)
    },
    add: (run) => put(RUNS, `${run.cell} ${run.seed}`, run),
    setGoing: (going) => put(HEAD, 'going', going),
  }
}

/** Held until the page is gone. */
function keeper(): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(NAME, { ifAvailable: true }, (lock) => {
        if (lock === null) throw new Error('another page is keeping its sweep')
        resolve()
        return new Promise<never>(() => {})
      })
      .catch(reject)
  })
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(HEAD)
    request.result.createObjectStore(RUNS)
  }
  return result(request)
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
