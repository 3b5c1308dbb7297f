/** Opens a file in a worker of its own, unless it is small, so that the page keeps responding. */

import type { Experiment } from '../domain/experiment/experiment.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { keepTable, type Tables } from '../domain/table/library.ts'
import type { Table, TableInfo } from '../domain/table/table.ts'
import { type Opened, openFile, sniff } from './open-file.ts'
import type { FromOpening } from './open-worker.ts'

/** The part of a Worker that opening needs. */
export interface OpeningWorker {
  onmessage: ((message: MessageEvent<FromOpening>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(file: Blob): void
  terminate(): void
}

interface Options {
  /** The tables of the page, to which those of the file are added. */
  readonly tables: Tables
  /** Is called with the share of the work that is done, 0..1. */
  readonly onProgress: (share: number) => void
  /** Aborting ends the work at once, without a result. */
  readonly signal: AbortSignal
  readonly spawn?: () => OpeningWorker
}

const spawnWorker = (): OpeningWorker =>
  new Worker(new URL('./open-worker.ts', import.meta.url), { type: 'module', name: 'open' })

/** A file of fewer bytes is read in less time than a worker takes to start. */
const SMALL = 250_000

/**
 * Resolves to null where it was cancelled. Never rejects. A browser that starts no workers opens the file on the page.
 */
export async function openApart(
  file: Blob,
  { tables, onProgress, signal, spawn = spawnWorker }: Options,
): Promise<Opened | null> {
  const format = await sniff(file)
  if (signal.aborted) return null
  if (typeof format !== 'string') return format
  if (file.size <= SMALL) return openFile(file, tables, onProgress)
  return new Promise((resolve) => {
    let heard = false
    const ahead: EpochRow[][] = []
    const worker = started(spawn)
    const end = (opened: Opened | null | Promise<Opened>) => {
      worker?.terminate()
      signal.removeEventListener('abort', cancel)
      resolve(opened)
    }
    const cancel = () => end(null)
    signal.addEventListener('abort', cancel)
    if (worker === null) return end(openFile(file, tables, onProgress))
    worker.onerror = () =>
      end(heard ? { kind: 'refused', why: 'unreadable' } : openFile(file, tables, onProgress))
    worker.onmessage = ({ data }) => {
      heard = true
      if (data.type === 'progress') return onProgress(data.share)
      if (data.type === 'epochs') {
        ahead[data.index] ??= []
        for (const row of data.epochs) ahead[data.index]!.push(row)
        return
      }
      for (const table of data.tables) keepTable(table, tables)
      end(arrived(data.opened, ahead, tables))
    }
    worker.postMessage(file)
  })
}

/** What the worker opened, with the epochs and the tables that came apart from it. */
function arrived(opened: Opened, ahead: readonly EpochRow[][], tables: Tables): Opened {
  switch (opened.kind) {
    case 'runs': {
      const records = opened.records.map((record, i) => ({
        ...record,
        experiment: withTable(record.experiment, tables),
        epochs: ahead[i] ?? [],
      }))
      return { kind: 'runs', records }
    }
    case 'sweep':
      return { ...opened, sweep: { ...opened.sweep, base: withTable(opened.sweep.base, tables) } }
    case 'table':
      return { kind: 'table', table: cameAlong(opened.table, tables) }
    case 'link':
    case 'foreign':
    case 'refused':
      return opened
    default:
      return opened satisfies never
  }
}

function withTable(experiment: Experiment, tables: Tables): Experiment {
  const { rows } = experiment.data
  if (!rows) return experiment
  return { ...experiment, data: { ...experiment.data, rows: cameAlong(rows, tables) } }
}

function cameAlong({ digest }: TableInfo, tables: Tables): Table {
  const table = tables.find(digest)
  if (!table) throw new Error(`the worker did not send the table ${digest}`)
  return table
}

/** null where the browser has no workers, or refuses this one. */
function started(spawn: () => OpeningWorker): OpeningWorker | null {
  try {
    return spawn()
  } catch {
    return null
  }
}
