/**
 * Runs that were handed in, trained again one after another on the exact engine, off the page's list. Nothing here depends
 * on an assignment: what a run must be is judged where it is shown.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ended } from '../client/train-once.ts'
import { type JudgedRun, judgedRun } from '../domain/assignment/judge.ts'
import { diagnose } from '../domain/diagnosis/diagnose.ts'
import { bestRow, rowLeft } from '../domain/run/kept-row.ts'
import { type Reproduction, reproduction } from '../domain/run/reproduction.ts'
import type { EpochRow, Outcome } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { bothExact, isBitExact, trainedBy } from '../domain/run/trained-by.ts'
import type { DataCache } from './data-cache.ts'
import { createTrainingQueue, type QueueWorld } from './training-queue.ts'

export type HandInCheck =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly epoch: number }
  /** By hand, before it had ended. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' }
  /** The run began with weights of another run, which its record does not have. */
  | { readonly kind: 'not-from-seed' }
  /** With what the repeated run is, as far as the recorded one went. */
  | { readonly kind: 'done'; readonly found: Reproduction; readonly again: JudgedRun }

export interface HandIn {
  readonly id: number
  readonly record: ReadRecord
  readonly check: HandInCheck
}

interface HandInsState {
  /** In the order in which they came. */
  readonly all: readonly HandIn[]
}

export interface HandInWorld extends Omit<QueueWorld, 'sources'> {
  readonly sources: Pick<DataCache, 'want' | 'get'>
}

export interface HandIns {
  readonly store: StoreApi<HandInsState>
  /** Adds runs and begins to train them again. Runs that are there already are left out; returns how many. */
  add(records: readonly ReadRecord[]): number
  /** Discards what is in training; what has ended stays. */
  stop(): void
  /** Trains again what was stopped or has failed. */
  goOn(): void
  clear(): void
}

interface Job {
  readonly id: number
  readonly record: ReadRecord
  readonly experiment: ReadRecord['experiment']
  readonly until?: number
}

export function createHandIns(world: HandInWorld): HandIns {
  const store = createStore<HandInsState>(() => ({ all: [] }))
  const { getState: get, setState: set } = store
  let added = 0
  const tell = (id: number, check: HandInCheck) =>
    set(({ all }) => ({ all: all.map((each) => (each.id === id ? { ...each, check } : each)) }))
  const queue = createTrainingQueue<Job>(world, {
    onEpoch: ({ id }, { epoch }) => tell(id, { kind: 'running', epoch }),
    onEnded({ id, record }, ended) {
      tell(id, checked(record, ended))
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

  return {
    store,
    add(records) {
      const known = new Set(get().all.map(({ record }) => JSON.stringify(record)))
      const fresh: HandIn[] = []
      for (const record of records) {
        const key = JSON.stringify(record)
        if (known.has(key)) continue
        known.add(key)
        fresh.push({ id: ++added, record, check: { kind: record.branch ? 'not-from-seed' : 'waiting' } })
      }
      set(({ all }) => ({ all: [...all, ...fresh] }))
      begin(fresh.filter(({ check }) => check.kind === 'waiting'))
      return records.length - fresh.length
    },
    stop() {
      const dropped = new Set(queue.drop().map(({ id }) => id))
      set(({ all }) => ({
        all: all.map((each) => (dropped.has(each.id) ? { ...each, check: { kind: 'stopped' } } : each)),
      }))
    },
    goOn() {
      const again = get().all.filter(({ check }) => check.kind === 'stopped' || check.kind === 'failed')
      for (const { id } of again) tell(id, { kind: 'waiting' })
      begin(again)
    },
    clear() {
      queue.drop()
      set({ all: [] })
    },
  }
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
