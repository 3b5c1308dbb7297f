/** Runs as students hand them in: links in a text, one a line, as a learning platform or a mail lists them. */
import { decodeLink } from '../domain/link/link.ts'
import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import type { Tables } from '../domain/table/library.ts'
import { runsFromText } from './runs-link.ts'

export type HandInProblem = ImportProblem | 'no-link' | 'no-runs'

interface UnreadLine {
  /** From 1. */
  readonly line: number
  readonly why: HandInProblem
}

export interface ReadHandIns {
  readonly records: readonly ReadRecord[]
  readonly unread: readonly UnreadLine[]
}

/** Never rejects. What stands before a link names its run, where the run has no name of its own. */
export async function readHandIns(text: string, tables: Tables): Promise<ReadHandIns> {
  const records: ReadRecord[] = []
  const unread: UnreadLine[] = []
  for (const [i, line] of text.split(/\r?\n|\r/).entries()) {
    if (line.trim() === '') continue
    const read = await readLine(line, tables)
    if (typeof read === 'string') unread.push({ line: i + 1, why: read })
    else records.push(...read)
  }
  return { records, unread }
}

async function readLine(line: string, tables: Tables): Promise<readonly ReadRecord[] | HandInProblem> {
  const hash = /#[^\s"'<>]+/.exec(line)
  if (hash === null) return 'no-link'
  const { runs } = decodeLink(hash[0], tables)
  if (runs === null) return 'no-runs'
  const read = await runsFromText(runs, tables)
  if (!read.ok) return read.why
  const before = line
    .slice(0, hash.index)
    .replace(/\S*:\/\/\S*$|\S*$/, '')
    .replace(/^[\s"',;]+|[\s"',;:]+$/g, '')
  return read.records.map((record) =>
    record.name === undefined && before !== '' ? { ...record, name: before.slice(0, 80) } : record,
  )
}
