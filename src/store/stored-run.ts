/** A run as the browser keeps it, and as it comes back: what was written of it becomes a run of the page again. */
import { namedWeights } from '../domain/network/initial-weights.ts'
import { parseExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { keepTable, type Tables } from '../domain/table/library.ts'
import type { Table, TableContents } from '../domain/table/table.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import { History, type HistoryChanges, type PackedHistory } from './history.ts'
import type { RunView } from './run-view.ts'

/**
 * The small part of a run that often changes, such as colour and name: writing it writes neither weights nor a table
 * again.
 */
export interface StoredLook {
  readonly version: 1
  readonly id: string
  /** The position in the list: runs come back in this order. */
  readonly order: number
  readonly view: Omit<RunView, 'weights' | 'interrupted'>
  /** The place where an earlier version of the page kept the run's table. */
  readonly table?: TableContents | null
}

/** A person's own table, to which experiments only refer: it is kept once, however many runs use it. */
export interface StoredTable {
  readonly digest: string
  readonly contents: TableContents
}

interface Body {
  readonly weights: RunView['weights']
  /** The checkpoint from which a run in progress can continue; null for a run that has ended. */
  readonly checkpoint: Checkpoint | null
}

/** A run to be written: all of it except the epochs that were written before. */
export interface RunWrite extends Body {
  readonly look: StoredLook
  readonly epochs: HistoryChanges
  /** The table, where it may not be stored yet. */
  readonly table: StoredTable | null
}

/** A run as it was written. Bodies of earlier versions have no checkpoint. */
export interface StoredRun {
  readonly look: StoredLook
  readonly body: (Pick<Body, 'weights'> & Partial<Body> & { readonly epochs: PackedHistory }) | undefined
  readonly table: StoredTable | undefined
}

/** The digest of the table that a run needs. */
export function tableNeeded({ view }: Pick<StoredLook, 'view'>): string | undefined {
  return view.experiment.data.rows?.digest
}

export interface Kept {
  readonly view: RunView
  readonly rows: readonly EpochRow[]
}

export const storedTable = (table: Table): StoredTable => ({
  digest: table.digest,
  contents: table.contents(),
})

/**
 * A stored run as the page shows it; null where it cannot be read, or claims to train and has no epochs (an earlier
 * version of the page could leave such a run). A run that was training when the page closed is stopped at its last
 * checkpoint.
 */
export function revived({ look, body, table }: StoredRun, tables: Tables): Kept | null {
  const { version, view } = look
  if (version !== 1) return null
  const contents = table?.contents ?? look.table
  if (contents) keepTable(contents, tables)
  const parsed = parseExperiment(view.experiment, tables)
  if (!parsed.ok) return null
  const { experiment } = parsed
  if (view.latest !== null && !(body && isWhole(body.epochs))) return null
  const all = body ? History.unpacked(body.epochs).rows() : []
  const test = view.test.kind === 'opening' ? ({ kind: 'sealed' } as const) : view.test
  if (view.status.kind === 'ended' && !body?.checkpoint) {
    return {
      rows: all,
      view: {
        ...view,
        experiment,
        test,
        latest: all.at(-1) ?? null,
        best: all[view.patience.best - 1] ?? null,
        weights: body?.weights ?? null,
        interrupted: null,
      },
    }
  }
  const checkpoint = body?.checkpoint ?? null
  const rows = checkpoint === null ? all : all.slice(0, checkpoint.epoch)
  const best = rows[(checkpoint?.stopping.bestEpoch ?? view.patience.best) - 1] ?? null
  const outcome = { kind: 'stopped', epoch: rows.length, best: best?.epoch ?? 0, restored: null } as const
  return {
    rows,
    view: {
      ...view,
      experiment,
      test,
      latest: rows.at(-1) ?? null,
      best,
      patience: { best: best?.epoch ?? 0, wait: checkpoint?.stopping.wait ?? view.patience.wait },
      seconds: rows.reduce((sum, { seconds }) => sum + seconds, 0),
      epochsPerSecond: null,
      weights: checkpoint && {
        last: namedWeights(experiment, checkpoint.state.weights),
        best: checkpoint.best && namedWeights(experiment, checkpoint.best),
      },
      status: { kind: 'ended', outcome },
      interrupted: { checkpoint },
    },
  }
}

/** Whether the blocks contain all the epochs that they should. */
function isWhole({ length, width, blocks }: PackedHistory): boolean {
  return length > 0 && blocks.reduce((sum, block) => sum + block.length, 0) >= length * width
}
