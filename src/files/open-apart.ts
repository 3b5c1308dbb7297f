/** Opens a file in a worker of its own, unless it is small, so that the page keeps responding. */

import type { EpochRow } from '../domain/run/run.ts'
import { internTable } from '../domain/table/table.ts'
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
  { onProgress, signal, spawn = spawnWorker }: Options,
): Promise<Opened | null> {
  const format = await sniff(file)
  if (signal.aborted) return null
  if (typeof format !== 'string') return format
  if (file.size <= SMALL) return openFile(file, onProgress)
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
    if (worker === null) return end(openFile(file, onProgress))
    worker.onerror = () => end(heard ? { kind: 'refused', why: 'unreadable' } : openFile(file, onProgress))
    worker.onmessage = ({ data }) => {
      heard = true
      if (data.type === 'progress') return onProgress(data.share)
      if (data.type === 'epochs') {
        ahead[data.index] ??= []
        for (const row of data.epochs) ahead[data.index]!.push(row)
        return
      }
      for (const table of data.tables) internTable(table)
      const { opened } = data
      if (opened.kind !== 'runs') return end(opened)
      const records = opened.records.map((record, i) => ({ ...record, epochs: ahead[i] ?? [] }))
      end({ kind: 'runs', records })
    }
    worker.postMessage(file)
  })
}

/** null where the browser has no workers, or refuses this one. */
function started(spawn: () => OpeningWorker): OpeningWorker | null {
  try {
    return spawn()
  } catch {
    return null
  }
}
