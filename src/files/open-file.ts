/**
 * Opens whatever a person chose or dropped, and recognises it by its contents and never by its name: runs or a sweep as
 * JSON, a run's curves as CSV, a run with its weights as safetensors, a table that the page has saved, a program or picture
 * with the link of its experiment. Any other table is passed on to the code that reads tables. A file that is too large or
 * too deep is refused before it is parsed.
 */

import { depthOver } from '../domain/run/parsed-json.ts'
import { DEEPEST, type ImportProblem, LARGEST_FILE, LARGEST_WEIGHTS } from '../domain/run/record-problem.ts'
import { type ReadRecord, type ReadRecords, recordsFrom } from '../domain/run/run-record.ts'
import { looksLikeSweep, type OpenedSweep, readSweep } from '../domain/sweep/sweep-record.ts'
import { readTable, type Tables } from '../domain/table/library.ts'
import type { Table, TableProblem } from '../domain/table/table.ts'
import { isJsonLines, isJsonTable, jsonRows } from '../table-file/json-rows.ts'
import { looksLikeCurves, readCurvesFile } from './curves-file.ts'
import { experimentLink, isPicture, notebookText, resultsTable } from './exported.ts'
import { looksLikeSafetensors } from './safetensors.ts'
import { readWeightsFile } from './weights-file.ts'

export type Opened =
  | { readonly kind: 'runs'; readonly records: readonly ReadRecord[] }
  | ({ readonly kind: 'sweep' } & OpenedSweep)
  /** A person's own table, as the page saves it. */
  | { readonly kind: 'table'; readonly table: Table }
  /** The link of an experiment, without its `#`. */
  | { readonly kind: 'link'; readonly link: string }
  /** It is no file of this page; it may be a table. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused'; readonly why: ImportProblem | TableProblem }

/** The format as which a file must be read; its first bytes show it. */
type Format = 'json' | 'curves' | 'weights'

/** The number of bytes by which a file is recognised. */
const HEAD = 64
/** The number of bytes in which a program of the page says what it is. */
const PROGRAM = 4096
/** The shares of the progress at which the text has been read, and parsed; checking it is the rest. */
const [TEXT, PARSED] = [0.4, 0.6]

/** What a file's first bytes and size show: its format, or the final result. Never rejects. */
export async function sniff(file: Blob): Promise<Format | Opened> {
  try {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
    if (looksLikeSafetensors(head)) return file.size > LARGEST_WEIGHTS ? refused('too-large') : 'weights'
    const start = new TextDecoder().decode(head).trimStart()
    const format =
      start.startsWith('{') || start.startsWith('[') ? 'json' : looksLikeCurves(start) ? 'curves' : null
    if (format === null) return await withoutFormat(file, head, start)
    // A character has at most three bytes.
    return file.size > 3 * LARGEST_FILE ? refused('too-large') : format
  } catch {
    return refused('unreadable')
  }
}

/** What the page saves and does not take for its own data, or what others have written. */
async function withoutFormat(file: Blob, head: Uint8Array, start: string): Promise<Opened> {
  const text = await file.slice(0, PROGRAM).text()
  const link = experimentLink(text)
  if (link !== null) return { kind: 'link', link }
  if (isPicture(head, start)) return refused('picture')
  const why = resultsTable(text.replace(/^\uFEFF/, ''))
  return why === null ? foreign : refused(why)
}

/**
 * `onProgress` is called with the share of the work that is done, 0..1. Never rejects, and changes nothing except
 * `tables`, which keeps the tables of the file.
 */
export async function openFile(
  file: Blob,
  tables: Tables,
  onProgress: (share: number) => void = () => {},
): Promise<Opened> {
  const format = await sniff(file)
  if (typeof format !== 'string') return format
  try {
    if (format === 'weights') return runsOr(readWeightsFile(new Uint8Array(await file.arrayBuffer()), tables))
    const text = await textOf(file, format === 'json', (share) => onProgress(TEXT * share))
    if (typeof text !== 'string') return text
    if (format === 'curves') return runsOr(readCurvesFile(text.trimStart(), tables))
    const value = jsonOr(text)
    if (value === undefined) return isJsonLines(text) || jsonRows(text) ? foreign : refused('unreadable')
    onProgress(PARSED)
    return openJson(value, tables, (share) => onProgress(PARSED + (1 - PARSED) * share))
  } catch {
    return refused('unreadable')
  }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text of a file; it is read no further than a file may be long or deep. */
async function textOf(
  file: Blob,
  json: boolean,
  onProgress: (share: number) => void,
): Promise<string | Opened> {
  const [decoder, tooDeep, pieces] = [new TextDecoder(), depthOver(DEEPEST), [] as string[]]
  const reader = file.stream().getReader()
  let [bytes, length] = [0, 0]
  for (;;) {
    const { done, value } = await reader.read()
    const piece = decoder.decode(value, { stream: !done })
    pieces.push(piece)
    length += piece.length
    bytes += value?.length ?? 0
    onProgress(bytes / Math.max(1, file.size))
    const why = length > LARGEST_FILE ? 'too-large' : json && tooDeep(piece) ? 'too-deep' : null
    if (why === null && !done) continue
    if (!done) await reader.cancel()
    return why === null ? pieces.join('') : refused(why)
  }
}

/** The result for a file that the code for tables must read. */
const foreign: Opened = { kind: 'foreign' }

const refused = (why: ImportProblem | TableProblem): Opened => ({ kind: 'refused', why })

const runsOr = (read: ReadRecords): Opened =>
  read.ok ? { kind: 'runs', records: read.records } : refused(read.why)

function openJson(value: unknown, tables: Tables, onProgress: (share: number) => void): Opened {
  if (typeof value !== 'object' || value === null) return refused('not-runs')
  if (Object.hasOwn(value, 'inputs') && Object.hasOwn(value, 'targets')) {
    const read = readTable(value, tables)
    return read.ok ? { kind: 'table', table: read.table } : refused(read.problem)
  }
  const notebook = notebookText(value)
  if (notebook !== null) {
    const link = experimentLink(notebook)
    return link === null ? refused('foreign') : { kind: 'link', link }
  }
  if (isJsonTable(value)) return foreign
  if (!looksLikeSweep(value)) return runsOr(recordsFrom(value, tables, onProgress))
  const read = readSweep(value, tables)
  return read.ok ? { kind: 'sweep', ...read } : refused(read.why)
}
