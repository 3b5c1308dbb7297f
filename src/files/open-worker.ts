/**
 * Opens one file in a worker. Its tables are sent along, since experiments leave the rows behind. Its epochs are sent
 * ahead in several messages: one message of a hundred thousand would block the page while it is unpacked.
 */

import type { EpochRow } from '../domain/run/run.ts'
import { TableLibrary } from '../domain/table/library.ts'
import type { Table, TableContents } from '../domain/table/table.ts'
import { type Opened, openFile } from './open-file.ts'

export type FromOpening =
  | { readonly type: 'progress'; readonly share: number }
  /** Epochs of the record at `index`, after those that came before. */
  | { readonly type: 'epochs'; readonly index: number; readonly epochs: readonly EpochRow[] }
  /** The result. Its records lack the epochs that were sent ahead, and its tables the rows, which are in `tables`. */
  | { readonly type: 'opened'; readonly opened: Opened; readonly tables: readonly TableContents[] }

const tell = (message: FromOpening) => self.postMessage(message)

/** Progress is reported in steps of at least this share. */
const STEP = 0.01

self.onmessage = async ({ data: file }: MessageEvent<Blob>) => {
  let reported = 0
  const opened = await openFile(file, new TableLibrary(), (share) => {
    if (share - reported < STEP) return
    reported = share
    tell({ type: 'progress', share })
  })
  const tables = [...tablesIn(opened)].map((table) => table.contents())
  tell({ type: 'opened', opened: sendAhead(opened), tables })
}

/** The number of epochs in a message: some milliseconds of the page's time. */
const AT_ONCE = 1000

function sendAhead(opened: Opened): Opened {
  if (opened.kind !== 'runs') return opened
  for (const [index, { epochs }] of opened.records.entries())
    for (let from = 0; from < epochs.length; from += AT_ONCE)
      tell({ type: 'epochs', index, epochs: epochs.slice(from, from + AT_ONCE) })
  return { kind: 'runs', records: opened.records.map((record) => ({ ...record, epochs: [] })) }
}

function tablesIn(opened: Opened): ReadonlySet<Table> {
  const experiments =
    opened.kind === 'runs'
      ? opened.records.map(({ experiment }) => experiment)
      : opened.kind === 'sweep'
        ? [opened.sweep.base]
        : []
  return new Set(
    opened.kind === 'table' ? [opened.table] : experiments.flatMap(({ data }) => data.rows ?? []),
  )
}
