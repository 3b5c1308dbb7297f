/**
 * Runs that outlast the page: what is kept of each, and when it is written. A store of its own kind (IndexedDB, or a map
 * in a test) is handed in; if it fails, that is said once and the page goes on without.
 */
import { internTable, type TableContents, tableOf } from '../domain/data/table.ts'
import { parseExperiment } from '../domain/parse.ts'
import type { EpochRow } from '../domain/run.ts'
import { History, type PackedHistory } from './history.ts'
import { isLive, type RunView } from './run-view.ts'

/** Two parts, because a change of colour or name should not write the weights again. */
export interface StoredLook {
  readonly version: 1
  readonly id: string
  /** Place in the list: runs come back in this order. */
  readonly order: number
  readonly view: Omit<RunView, 'weights'>
  /** A person's own table, which the experiment only refers to. */
  readonly table: TableContents | null
}

export interface StoredBody {
  readonly id: string
  readonly epochs: PackedHistory
  readonly weights: RunView['weights']
}

export interface RunStorage {
  load(): Promise<readonly { readonly look: StoredLook; readonly body: StoredBody | undefined }[]>
  putLook(look: StoredLook): Promise<void>
  putBody(body: StoredBody): Promise<void>
  remove(id: string): Promise<void>
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
    const { rows: table } = view.experiment.data
    await storage.putLook({
      version: 1,
      id: view.id,
      order: orders.get(view.id)!,
      view: look,
      table: table ? contentsOf(table.digest) : null,
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
          for (const { look, body } of [...stored].sort((a, b) => a.look.order - b.look.order)) {
            const run = revived(look, body)
            if (!run) continue
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
    inputs: Float32Array.from(inputs),
    targets: Float32Array.from(targets),
  }
}

/** What was training when the page closed is stopped at the last epoch that was written. */
function revived({ version, view, table }: StoredLook, body: StoredBody | undefined): Kept | null {
  if (version !== 1) return null
  if (table) internTable(table)
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
