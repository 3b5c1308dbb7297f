/**
 * Whatever a person opens or drops, told apart by what is in it, never by its name: runs or a sweep as JSON, a run's
 * curves as CSV, a run with its weights as safetensors, a table that the page has saved. A table of other numbers is for those who read tables.
 */

import { isJsonLines, isJsonTable } from '../domain/data/reading/json-rows.ts'
import { readTable, type TableInfo } from '../domain/data/table.ts'
import { parsedJson } from '../domain/parsed-json.ts'
import type { ImportProblem } from '../domain/record-problem.ts'
import { LARGEST_FILE, type ReadRecord, type ReadRecords, recordsFrom } from '../domain/run-record.ts'
import { looksLikeSweep, type OpenedSweep, readSweep } from '../domain/sweep-record.ts'
import { looksLikeCurves, readCurvesFile } from './curves-file.ts'
import { looksLikeSafetensors } from './safetensors.ts'
import { readWeightsFile } from './weights-file.ts'

export type Opened =
  | { readonly kind: 'runs'; readonly records: readonly ReadRecord[] }
  | ({ readonly kind: 'sweep' } & OpenedSweep)
  /** A person's own table, as the page saves it. */
  | { readonly kind: 'table'; readonly table: TableInfo }
  /** None of ours: perhaps a table. */
  | { readonly kind: 'foreign'; readonly text: boolean }
  | { readonly kind: 'refused'; readonly why: ImportProblem }

/** Bytes; weights are four bytes each. */
const LARGEST_WEIGHTS = 512_000_000
/** Bytes by which a file is told. */
const HEAD = 64

/** Never rejects, and changes nothing. */
export async function openFile(file: Blob): Promise<Opened> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
    if (looksLikeSafetensors(head)) {
      if (file.size > LARGEST_WEIGHTS) return refused('too-large')
      return runsOr(readWeightsFile(new Uint8Array(await file.arrayBuffer())))
    }
    const start = new TextDecoder().decode(head).trimStart()
    const json = start.startsWith('{') || start.startsWith('[')
    if (!json && !looksLikeCurves(start)) return { kind: 'foreign', text: !head.includes(0) }
    // A character has one byte or more.
    if (file.size > 3 * LARGEST_FILE) return refused('too-large')
    const text = await file.text()
    return json ? openJson(text) : runsOr(readCurvesFile(text.trimStart()))
  } catch {
    return refused('unreadable')
  }
}

/** For who reads tables. */
const foreign: Opened = { kind: 'foreign', text: true }

const refused = (why: ImportProblem): Opened => ({ kind: 'refused', why })

const runsOr = (read: ReadRecords): Opened =>
  read.ok ? { kind: 'runs', records: read.records } : refused(read.why)

function openJson(text: string): Opened {
  if (text.length > LARGEST_FILE) return refused('too-large')
  const value = parsedJson(text)
  if (value === undefined) return isJsonLines(text) ? foreign : refused('unreadable')
  if (typeof value !== 'object' || value === null) return refused('not-runs')
  if (Object.hasOwn(value, 'inputs') && Object.hasOwn(value, 'targets')) {
    const read = readTable(value)
    return read.ok ? { kind: 'table', table: read.table } : refused('unreadable')
  }
  if (isJsonTable(value)) return foreign
  if (!looksLikeSweep(value)) return runsOr(recordsFrom(value))
  const read = readSweep(value)
  return read.ok ? { kind: 'sweep', ...read } : refused(read.why)
}
