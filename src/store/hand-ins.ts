/**
 * Runs that were handed in for an assignment, trained again one after another on the exact engine, off the page's list, and
 * kept beyond the life of the page. What a run must be is judged where it is shown.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ended } from '../client/train-once.ts'
import { judgedRun } from '../domain/assignment/judge.ts'
import { diagnose } from '../domain/diagnosis/diagnose.ts'
import { bestRow, rowLeft } from '../domain/run/kept-row.ts'
import { reproduction } from '../domain/run/reproduction.ts'
import type { EpochRow, Outcome } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { bothExact, isBitExact, trainedBy } from '../domain/run/trained-by.ts'
import type { Tables } from '../domain/table/library.ts'
import type { DataCache } from './data-cache.ts'
import type { HandIn, HandInCheck } from './hand-in.ts'
import { type HandInStorage, revivedHandIn, storedHandIn } from './hand-in-storage.ts'
import { createTrainingQueue, type QueueWorld } from './training-queue.ts'

interface HandInsState {
  /** In the order in which they came. */
  readonly all: readonly HandIn[]
  /** What was removed last, and can be brought back. */
  readonly removed: readonly HandIn[]
  /** Whether a reload finds them again. */
  readonly kept: boolean
}

export interface HandInWorld extends Omit<QueueWorld, 'sources'> {
  readonly sources: Pick<DataCache, 'want' | 'get'>
  readonly tables: Tables
  /** The text by which they are found again. */
  readonly assignment: string
  /** null where the page keeps nothing. */
  readonly storage: Promise<HandInStorage> | null
}

export interface HandIns {
  readonly store: StoreApi<HandInsState>
  /** Adds runs and begins to train them again. Runs that are there already are left out; returns how many. */
  add(records: readonly ReadRecord[]): number
  /** Discards what is in training; what has ended stays. */
  stop(): void
  /** Trains again what was stopped or has failed. */
  goOn(): void
  /** Removes all of them, until they are brought back. */
  clear(): void
  bringBack(): void
}

interface Job {
  readonly id: number
  readonly record: ReadRecord
  readonly experiment: ReadRecord['experiment']
  readonly until?: number
}

export function createHandIns({ assignment, storage, tables, ...world }: HandInWorld): HandIns {
  const store = createStore<HandInsState>(() => ({ all: [], removed: [], kept: storage !== null }))
  const { getState: get, setState: set } = store
  let last = 0
  /** Those of an earlier page come before. */
  const nextId = () => {
    last = Math.max(last + 1, Date.now())
    return last
  }
  const tell = (id: number, check: HandInCheck) =>
    set(({ all }) => ({ all: all.map((each) => (each.id === id ? { ...each, check } : each)) }))
  const keep = (use: (storage: HandInStorage) => Promise<void>) => {
    storage?.then(use).catch(() => set({ kept: false }))
  }
  const put = (handIns: readonly HandIn[]) => keep((kept) => kept.put(assignment, handIns.map(storedHandIn)))
  keep(async (kept) => {
    const found = await kept.load(assignment)
    set(({ all }) => ({
      all: withoutTwins([...found.flatMap((each) => revivedHandIn(each, tables) ?? []), ...all]),
    }))
  })
  const queue = createTrainingQueue<Job>(world, {
    onEpoch: ({ id }, { epoch }) => tell(id, { kind: 'running', epoch }),
    onEnded({ id, record }, ended) {
      const check = checked(record, ended)
      tell(id, check)
      put([{ id, record, check }])
    },
    onEmpty() {},
  })

  function checked(record: ReadRecord, ended: Ended): HandInCheck {
    if (ended.outcome.kind === 'failed') return { kind: 'failed' }
    const { experiment, epochs: recorded } = record
    const exact = bothExact(madeBy(record), ended)
    // The engine may have gone on before it heard that this is enough.
    const rows = wasStopped(record) || exact ? ended.rows.slice(0, recorded.length) : ended.rows
    // Of an engine that rounds in its own way, early stopping may come some epochs sooner or later.
    const both = exact ? Math.max(recorded.length, rows.length) : Math.min(recorded.length, rows.length)
    const found = reproduction(recorded.slice(0, both), rows.slice(0, both), exact)
    const outcome = endedAfter(experiment, rows, ended)
    const source = world.sources.get(experiment.data)
    const { verdict } = diagnose({ experiment, epochs: rows, start: ended.start, outcome }, source)
    return { kind: 'done', found, again: judgedRun(experiment, rows, verdict) }
  }

  function begin(handIns: readonly HandIn[]) {
    queue.add(handIns.map(jobOf))
    queue.go()
  }

  const handIns: HandIns = {
    store,
    add(records) {
      const { all } = get()
      const came = records.map(
        (record): HandIn => ({
          id: nextId(),
          record,
          check: { kind: record.branch ? 'not-from-seed' : 'waiting' },
        }),
      )
      const fresh = withoutTwins([...all, ...came]).slice(all.length)
      set({ all: [...all, ...fresh] })
      put(fresh)
      begin(fresh.filter(({ check }) => check.kind === 'waiting'))
      return records.length - fresh.length
    },
    stop() {
      for (const { id } of queue.drop()) tell(id, { kind: 'stopped' })
    },
    goOn() {
      const again = get().all.filter(({ check }) => check.kind === 'stopped' || check.kind === 'failed')
      for (const { id } of again) tell(id, { kind: 'waiting' })
      begin(again)
    },
    clear() {
      handIns.stop()
      const { all } = get()
      set({ all: [], removed: all })
      keep((kept) =>
        kept.remove(
          assignment,
          all.map(({ id }) => id),
        ),
      )
    },
    bringBack() {
      const { all, removed } = get()
      set({ all: withoutTwins([...removed, ...all]), removed: [] })
      put(removed)
    },
  }
  return handIns
}

/** Of runs that are the same to the last figure, the first. */
function withoutTwins(handIns: readonly HandIn[]): readonly HandIn[] {
  const byRecord = new Map<string, HandIn>()
  for (const each of handIns) {
    const key = JSON.stringify(each.record)
    if (!byRecord.has(key)) byRecord.set(key, each)
  }
  return [...byRecord.values()]
}

/** Without an outcome the run was still going on when it was saved. */
const wasStopped = ({ outcome }: ReadRecord) => outcome === null || outcome.kind === 'stopped'

const madeBy = ({ engine, engines, branch }: ReadRecord) => ({
  ...(engines ? trainedBy(engines) : { engine }),
  ...(branch && { branch }),
})

/** A run is repeated as far as it went, where it must come out the same; else to its own end. */
function jobOf({ id, record }: HandIn): Job {
  const { experiment, epochs, outcome } = record
  const repeats = wasStopped(record) || (isBitExact(madeBy(record)) && outcome?.kind !== 'diverged')
  return { id, record, experiment, ...(repeats && { until: Math.max(1, epochs.length) }) }
}

/** How the repeated run ended, if it had ended with these of its epochs. */
function endedAfter(experiment: ReadRecord['experiment'], rows: readonly EpochRow[], ended: Ended): Outcome {
  if (ended.outcome.kind !== 'stopped' && rows.length === ended.rows.length) return ended.outcome
  const best = bestRow(experiment, rows)
  const left = rowLeft(experiment, { best, latest: rows.at(-1) ?? null })
  return {
    kind: 'stopped',
    epoch: rows.length,
    best: best?.epoch ?? 0,
    restored: left !== null && left === best && experiment.earlyStopping?.restoreBest ? best.epoch : null,
  }
}
