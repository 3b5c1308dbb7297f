/** Opens one file off the page's thread. The tables in it go along: experiments only refer to them. */
import type { TableContents } from '../domain/data/table.ts'
import { contentsOf } from '../store/run-storage.ts'
import { type Opened, openFile } from './open-file.ts'

export type FromOpening =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'opened'; readonly opened: Opened; readonly tables: readonly TableContents[] }

const tell = (message: FromOpening) => self.postMessage(message)

/** Progress is told in steps of at least this share. */
const STEP = 0.01

self.onmessage = async ({ data: file }: MessageEvent<Blob>) => {
  let told = 0
  const opened = await openFile(file, (share) => {
    if (share - told < STEP) return
    told = share
    tell({ type: 'progress', share })
  })
  const tables = digestsIn(opened).flatMap((digest) => contentsOf(digest) ?? [])
  tell({ type: 'opened', opened, tables })
}

function digestsIn(opened: Opened): string[] {
  const experiments =
    opened.kind === 'runs'
      ? opened.records.map(({ experiment }) => experiment)
      : opened.kind === 'sweep'
        ? [opened.sweep.base]
        : []
  const rows = experiments.flatMap(({ data }) => data.rows ?? [])
  const tables = opened.kind === 'table' ? [opened.table] : rows
  return [...new Set(tables.map(({ digest }) => digest))]
}
