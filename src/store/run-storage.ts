/**
 * Keeps runs beyond the life of the page: what is saved of each, and when. The storage itself (IndexedDB, or a map in a
 * test) is passed in; if it fails, the page says so once and goes on without. A run that has ended is written at once
 * and whole. For a run in progress checkpoints are written, with the epochs up to them: a person who leaves the page
 * in the middle finds the run stopped there, and can continue it.
 */
import { keepTable, type Tables } from '../domain/table/library.ts'
import type { Table } from '../domain/table/table.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { History } from './history.ts'
import { isInProgress, type RunView } from './run-view.ts'
import {
  type Kept,
  type RunWrite,
  revived,
  type StoredLook,
  type StoredRun,
  type StoredTable,
  storedTable,
} from './stored-run.ts'

export interface RunStorage {
  /** Resolves once the storage is open: what is written from then on reaches it whatever becomes of the page. */
  opened(): Promise<void>
  load(): Promise<readonly StoredRun[]>
  /** Writes all or nothing, and begins before this returns, so that a page that is being closed still completes it. */
  putRun(run: RunWrite): Promise<void>
  /** Writes only if the run is still stored: another page may have removed it. Resolves to whether it was there. */
  putLook(look: StoredLook): Promise<boolean>
  /** Removes the run, and its table if no other run uses it and it was not used lately. */
  remove(id: string): Promise<void>
  putTable(table: StoredTable): Promise<void>
  table(digest: string): Promise<StoredTable | undefined>
}

/**
 * Writing the checkpoint of a large network keeps the page from all else, so the next one waits so many times as long as
 * the last took. What is due is written when the page is left.
 */
const REST_AFTER_WRITING = 8

interface Watched {
  runs(): readonly RunView[]
  history(id: string): History
  checkpoint(id: string): Checkpoint | null
  onProblem(why: 'full' | 'forbidden'): void
  /** A monotone clock in ms. */
  now(): number
}

/** `tables` are those of the page, to which stored ones are added. */
export function keepRuns(
  storage: RunStorage,
  tables: Tables,
  { runs, history, checkpoint, onProblem, now }: Watched,
) {
  /** What was last written of each run. */
  const written = new Map<string, RunView>()
  const orders = new Map<string, number>()
  /** When the next checkpoint of a run may be written, in ms. */
  const resting = new Map<string, number>()
  /** The digests of the stored tables. */
  const storedTables = new Set<string>()
  let last = 0
  let reported = false

  /** Writes that the storage has not confirmed yet. */
  const underWay = new Set<Promise<void>>()

  function guarded(work: Promise<void>): Promise<void> {
    const guard = work
      .catch((error: unknown) => {
        if (reported) return
        reported = true
        onProblem((error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'forbidden')
      })
      .finally(() => underWay.delete(guard))
    underWay.add(guard)
    return guard
  }

  function lookOf({ weights: _, interrupted: __, ...view }: RunView): StoredLook {
    // Positions are start times: runs of an earlier page, which may still be loading, come before them.
    if (!orders.has(view.id)) {
      last = Math.max(last + 1, Date.now())
      orders.set(view.id, last)
    }
    return { version: 1, id: view.id, order: orders.get(view.id)!, view }
  }

  function save(view: RunView): Promise<void> {
    const before = written.get(view.id)
    if (before === view) return Promise.resolve()
    written.set(view.id, view)
    const trained = before?.latest !== view.latest || before?.weights !== view.weights
    const digest = view.experiment.data.rows?.digest
    const changed =
      trained || before?.status !== view.status || (digest !== undefined && !storedTables.has(digest))
    return guarded(changed ? saveWhole(view, before === undefined) : saveLook(view, before))
  }

  async function saveWhole(view: RunView, all: boolean) {
    const { rows } = view.experiment.data
    const table = rows && !storedTables.has(rows.digest) ? storedTable(rows) : null
    // Runs that start together share a table: the first of them writes it.
    if (table) storedTables.add(table.digest)
    try {
      await storage.putRun({
        look: lookOf(view),
        epochs: history(view.id).takeChanges(all),
        weights: view.weights,
        checkpoint: isInProgress(view) ? checkpoint(view.id) : (view.interrupted?.checkpoint ?? null),
        table,
      })
    } catch (error) {
      // The next time, the whole run is written.
      written.delete(view.id)
      if (table) storedTables.delete(table.digest)
      throw error
    }
  }

  async function saveLook(view: RunView, before: RunView | undefined) {
    const isThere = await storage.putLook(lookOf(view))
    // Another page removed the run. A person who names, pins or tests it here wants to keep it; one who only
    // hides it does not say so.
    const wanted = before?.name !== view.name || before?.pinned !== view.pinned || before?.test !== view.test
    if (!isThere && wanted && runs().some(({ id }) => id === view.id)) await saveWhole(view, true)
  }

  return {
    /** The list has changed: runs that ended are written at once, and runs that are gone are removed. */
    onChange(now: readonly RunView[], before: readonly RunView[]) {
      const gone = before.filter(({ id }) => !now.some((view) => view.id === id))
      for (const { id } of gone) {
        resting.delete(id)
        if (written.delete(id)) void guarded(storage.remove(id))
      }
      // Their tables may have been removed with them.
      for (const { experiment } of gone) storedTables.delete(experiment.data.rows?.digest ?? '')
      // A run is written when it starts, so that an immediate reload finds it.
      for (const view of now) if (!isInProgress(view) || !written.has(view.id)) void save(view)
    },
    onCheckpoint(id: string) {
      const view = runs().find((other) => other.id === id)
      const began = now()
      if (!view || !isInProgress(view) || began < (resting.get(id) ?? began)) return
      void save(view)
      const ended = now()
      resting.set(id, ended + REST_AFTER_WRITING * (ended - began))
    },
    /** Writes whatever has not been written; resolves when all of it is stored. */
    async flush() {
      for (const view of runs()) void save(view)
      await Promise.all(underWay)
    },
    /** Writes whatever has not been written; resolves when a page that is left no longer loses it. */
    async handOver() {
      for (const view of runs()) void save(view)
      // Where nothing can be kept, the writes have said so.
      await storage.opened().catch(() => {})
    },
    /** Keeps a table that the draft uses: a reload must find it even before a run has it. */
    async keepTable(table: Table) {
      if (storedTables.has(table.digest)) return
      storedTables.add(table.digest)
      await guarded(storage.putTable(storedTable(table)))
    },
    /** Loads a table to which a link refers, if it was kept here. */
    async findTable(digest: string) {
      if (tables.find(digest)) return
      await guarded(
        storage.table(digest).then((found) => {
          if (!found) return
          keepTable(found.contents, tables)
          storedTables.add(digest)
        }),
      )
    },
    /** A stored run that the page does not show. */
    async discard(id: string) {
      written.delete(id)
      await guarded(storage.remove(id))
    },
    async load(): Promise<readonly Kept[]> {
      const kept: Kept[] = []
      await guarded(
        storage.load().then((stored) => {
          for (const each of [...stored].sort((a, b) => a.look.order - b.look.order)) {
            const { look, table } = each
            // This page started the run in the meantime, and has written it already.
            if (orders.has(look.id)) continue
            const run = revived(each, tables)
            if (!run) continue
            if (table) storedTables.add(table.digest)
            orders.set(look.id, look.order)
            written.set(look.id, run.view)
            kept.push(run)
          }
        }),
      )
      return kept
    },
  }
}
