/**
 * Runs that outlast the page: what is kept of each, and when it is written. A store of its own kind (IndexedDB, or a map
 * in a test) is handed in; if it fails, that is said once and the page goes on without.
 */
import { internTable, type TableContents, tableOf } from '../domain/data/table.ts'
import { parseExperiment } from '../domain/parse.ts'
import type { EpochRow } from '../domain/run.ts'
import { History, type PackedHistory } from './history.ts'
import { isLive, type RunView } from './run-view.ts'

/** Small, and written apart: a change of colour or name should write neither the weights nor a table again. */
export interface StoredLook {
  readonly version: 1
  readonly id: string
  /** Place in the list: runs come back in this order. */
  readonly order: number
  readonly view: Omit<RunView, 'weights'>
  /** Where an earlier version of the page kept the run's table: with every look. */
  readonly table?: TableContents | null
}

/** A person's own table, which experiments only refer to: once, however many runs it has. */
export interface StoredTable {
  readonly digest: string
  readonly contents: TableContents
}

export interface StoredBody {
  readonly id: string
  readonly epochs: PackedHistory
  readonly weights: RunView['weights']
}

export interface RunStorage {
  load(): Promise<readonly StoredRun[]>
  /** `table` where it is not there yet. */
  putLook(look: StoredLook, table: StoredTable | null): Promise<void>
  putBody(body: StoredBody): Promise<void>
  /** With its table, if no other run has it. */
  remove(id: string): Promise<void>
}

interface StoredRun {
  readonly look: StoredLook
  readonly body: StoredBody | undefined
  readonly table: StoredTable | undefined
}

/** Which table a look needs. */
export function tableNeeded({ view }: StoredLook): string | undefined {
  return view.experiment.data.rows?.digest
}

export interface Kept {
  readonly view: RunView
  readonly rows: readonly EpochRow[]
}

export interface Removed {
  readonly view: RunView
  readonly history: History
  /** Where it stood in the list. */
  readonly index: number
}

/** A run in progress is written at most every so many ms: of ten thousand epochs a second, a few megabytes. */
const WRITE_EVERY = 5000

interface Watched {
  runs(): readonly RunView[]
  epochs(id: string): PackedHistory
  onProblem(why: 'full' | 'forbidden'): void
}

export function keepRuns(storage: RunStorage, { runs, epochs, onProblem }: Watched) {
  const written = new Map<string, RunView>()
  const dirty = new Set<string>()
  const orders = new Map<string, number>()
  /** Digests of the tables that are there. */
  const tables = new Set<string>()
  let next = 1
  let timer: ReturnType<typeof setTimeout> | undefined
  let told = false

  const guarded = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (told) return
      told = true
      onProblem((error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'forbidden')
    })

  async function write(view: RunView) {
    const before = written.get(view.id)
    if (before === view) return
    written.set(view.id, view)
    const { weights, ...look } = view
    if (!orders.has(view.id)) orders.set(view.id, next++)
    const stored: StoredLook = { version: 1, id: view.id, order: orders.get(view.id)!, view: look }
    const digest = tableNeeded(stored)
    const contents = digest === undefined || tables.has(digest) ? null : contentsOf(digest)
    // Before it is there: runs that start together have one table.
    if (contents) tables.add(digest!)
    await storage.putLook(stored, contents && { digest: digest!, contents }).catch((error: unknown) => {
      if (contents) tables.delete(digest!)
      throw error
    })
    if (before?.latest !== view.latest || before?.weights !== weights)
      await storage.putBody({ id: view.id, epochs: epochs(view.id), weights })
  }

  function flush() {
    clearTimeout(timer)
    timer = undefined
    const due = runs().filter(({ id }) => dirty.has(id))
    dirty.clear()
    return Promise.all(due.map((view) => guarded(write(view)))).then(() => {})
  }

  return {
    /** The list has changed. */
    look(now: readonly RunView[], before: readonly RunView[]) {
      const gone = before.filter(({ id }) => !now.some((view) => view.id === id))
      for (const { id } of gone) {
        dirty.delete(id)
        if (written.delete(id)) void guarded(storage.remove(id))
      }
      // They may have gone along.
      for (const { experiment } of gone) tables.delete(experiment.data.rows?.digest ?? '')
      let soon = false
      for (const view of now) {
        if (written.get(view.id) === view) continue
        dirty.add(view.id)
        soon ||= !isLive(view)
      }
      if (dirty.size === 0) return
      if (soon) void flush()
      else timer ??= setTimeout(flush, WRITE_EVERY)
    },
    flush,
    async load(): Promise<readonly Kept[]> {
      const kept: Kept[] = []
      await guarded(
        storage.load().then((stored) => {
          for (const each of [...stored].sort((a, b) => a.look.order - b.look.order)) {
            const { look, table } = each
            const run = revived(each)
            if (!run) continue
            if (table) tables.add(table.digest)
            orders.set(look.id, look.order)
            next = Math.max(next, look.order + 1)
            written.set(look.id, run.view)
            kept.push(run)
          }
        }),
      )
      return kept
    },
  }
}

/** A table as numbers: a database takes ten million of them without looking at each. */
export function contentsOf(digest: string): TableContents | null {
  const table = tableOf(digest)
  if (!table) return null
  const { columns, target, classes, source } = table
  const { inputs, targets, partOf = null } = source
  return {
    columns,
    target,
    classes,
    partOf,
    inputs: inputs instanceof Float64Array ? inputs : Float32Array.from(inputs),
    targets: targets instanceof Float64Array ? targets : Float32Array.from(targets),
  }
}

/** What was training when the page closed is stopped at the last epoch that was written. */
function revived({ look, body, table }: StoredRun): Kept | null {
  const { version, view } = look
  if (version !== 1) return null
  const contents = table?.contents ?? look.table
  if (contents) internTable(contents)
  const parsed = parseExperiment(view.experiment)
  if (!parsed.ok) return null
  const rows = body ? History.unpacked(body.epochs).rows() : []
  const latest = rows.at(-1) ?? null
  const best = rows[view.patience.best - 1] ?? null
  const outcome = {
    kind: 'stopped',
    epoch: rows.length,
    best: best?.epoch ?? 0,
    restored: null,
  } as const
  return {
    rows,
    view: {
      ...view,
      experiment: parsed.experiment,
      latest,
      best,
      weights: body?.weights ?? null,
      status: view.status.kind === 'ended' ? view.status : { kind: 'ended', outcome },
      test: view.test.kind === 'opening' ? { kind: 'sealed' } : view.test,
    },
  }
}
