/**
 * The sweep in the browser's own database. One page at a time keeps its sweep: a second one sweeps too, and keeps nothing.
 */
import type { SweepRun } from '../domain/sweep/sweep-run.ts'
import type { SweepStorage } from '../store/sweep-storage.ts'
import { committed, result } from './indexed-db.ts'

const NAME = 'fitting-room-sweep'
const HEAD = 'head'
const RUNS = 'runs'

/** Rejects where the browser keeps nothing (private windows of some) or another page is keeping. */
export function browserSweepStorage(): SweepStorage {
  let opened: Promise<IDBDatabase> | null = null
  const database = () => {
    opened ??= keeper().then(open)
    return opened
  }
  const put = async (store: string, key: string, value: unknown) => {
    const transaction = (await database()).transaction(store, 'readwrite')
    transaction.objectStore(store).put(value, key)
    return committed(transaction)
  }
  return {
    async load() {
      const transaction = (await database()).transaction([HEAD, RUNS])
      const head = transaction.objectStore(HEAD)
      const [sweep, metric, table, going, runs] = await Promise.all([
        result(head.get('sweep')),
        result(head.get('metric')),
        result(head.get('table')),
        result(head.get('going')),
        result(transaction.objectStore(RUNS).getAll()),
      ])
      if (sweep === undefined) return null
      return { sweep, metric, table: table ?? null, going: going === true, runs: runs as SweepRun[] }
    },
    async begin({ runs, ...head }) {
      const transaction = (await database()).transaction([HEAD, RUNS], 'readwrite')
      for (const store of [HEAD, RUNS]) transaction.objectStore(store).clear()
      for (const [key, value] of Object.entries(head)) transaction.objectStore(HEAD).put(value, key)
      for (const run of runs) transaction.objectStore(RUNS).put(run, keyOf(run))
      return committed(transaction)
    },
    add: (run) => put(RUNS, keyOf(run), run),
    setGoing: (going) => put(HEAD, 'going', going),
    setMetric: (metric) => put(HEAD, 'metric', metric),
  }
}

const keyOf = ({ cell, seed }: SweepRun) => `${cell} ${seed}`

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
