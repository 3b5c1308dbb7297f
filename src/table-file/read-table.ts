/**
 * Reads a text into columns and keeps every decision that was made: what separates the cells, which lines are
 * no rows, which row holds the names, how each column is read. A person may choose any of these instead
 * (`ReadOptions`). Rows are walked twice: first to survey them all, then to read them as decided. Where the
 * text came from does not matter here.
 */

import { MOST_ROWS } from '../domain/table/table.ts'
import { fromArff } from './arff.ts'
import { type Rows, rowsOf } from './cells.ts'
import { type Column, ColumnReader } from './columns.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { brokenLine, jsonRows } from './json-rows.ts'
import { type Layout, layoutOf } from './layout.ts'
import type { NumberReading, ReadOptions } from './options.ts'
import { planColumns } from './plan.ts'
import type { FileNotice, FileProblem } from './problem.ts'
import { inDoubleQuotes, withDoubledQuotes } from './quotes.ts'
import type { Delimiter } from './scan.ts'
import { sparseLine } from './sparse.ts'
import type { Survey } from './survey.ts'
import { fits, surveyRows } from './survey-rows.ts'

/** What was decided about the file as a whole. */
export interface Decisions {
  /** null where the file is JSON, which leaves nothing to decide. */
  readonly delimiter: Delimiter | null
  readonly header: boolean
  /** Whether the file or a person says so; if neither does, the page asks. */
  readonly headerSure: boolean
  /** Whether lines that begin with a mark of comments were left out. */
  readonly comments: boolean
  /** The decimal mark, where the columns show one. */
  readonly decimal: 'point' | 'comma' | 'both' | null
}

export interface RawTable {
  readonly columns: readonly Column[]
  readonly count: number
  /** First rows as they stand in the file. */
  readonly preview: readonly (readonly string[])[]
  readonly decisions: Decisions
  readonly notices: readonly FileNotice[]
}

export type ReadRows =
  | { readonly ok: true; readonly table: RawTable }
  | {
      readonly ok: false
      readonly problem: FileProblem
      /** The delimiter that was found, which a person may correct. */
      readonly delimiter: Delimiter | null
    }

const PREVIEWED = 6

/** Never throws, whatever the file contains; takes time in proportion to its size. */
export function readTable(
  given: string,
  options: ReadOptions,
  onProgress: (share: number) => void = () => {},
): ReadRows {
  const text = inDoubleQuotes(fromArff(given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given))
  const json = jsonRows(text)
  const unreadable = json ? null : unlikeTable(text)
  if (unreadable) return { ok: false, problem: unreadable, delimiter: null }
  const rowText = json ? text : withDoubledQuotes(text)
  const dialect = json ? null : dialectOf(rowText, options)
  if (dialect?.other && !options.skipOdd) {
    const problem = { kind: 'file-stacked', line: dialect.other.number } as const
    return { ok: false, problem, delimiter: dialect.delimiter }
  }
  const rows = json?.rows ?? rowsOf(rowText, dialect!)
  const surveyed = surveyRows(rows, json?.width ?? dialect!.width, (share) => onProgress(share / 2))
  const delimiter = dialect?.delimiter ?? null
  if (!surveyed.ok) return { ok: false, problem: surveyed.problem, delimiter }
  const { skipOdd } = options
  const layout = layoutOf(surveyed.survey, { header: json?.header ?? options.header, skipOdd }, dialect)
  if ('kind' in layout) return { ok: false, problem: layout, delimiter }
  const { width, count, repeats } = surveyed.survey
  const most = Math.min(count + repeats.count + 1, MOST_ROWS)
  return {
    ok: true,
    table: read(rows, { width, most }, layout, dialect, options, (share) => onProgress((1 + share) / 2)),
  }
}

/** What the text is instead of rows with a cell for each column. */
function unlikeTable(text: string): FileProblem | null {
  const broken = brokenLine(text)
  if (broken !== null) return { kind: 'file-json', line: broken }
  const sparse = sparseLine(text)
  return sparse === null ? null : { kind: 'file-sparse', line: sparse }
}

function read(
  rows: Rows,
  { width, most }: { readonly width: number; readonly most: number },
  layout: Layout,
  dialect: Dialect | null,
  options: ReadOptions,
  onProgress: (share: number) => void,
): RawTable {
  const { names, written, surveys, rowNames, isSample, header, headerSure, notices } = layout
  const delimiter = dialect?.delimiter ?? null
  const plans = planColumns({ surveys, names: written, delimiter, rowNames }, options)
  const readers = names.map((name, i) => new ColumnReader(name, plans[i]!, most))
  const preview: string[][] = []
  let count = 0
  rows((cells, line) => {
    if (!fits(cells, width) || !isSample({ cells, line })) return true
    count++
    if (preview.length < PREVIEWED) preview.push(cells.slice(0, width).map((cell) => cell.slice(0, 40)))
    for (let i = 0; i < readers.length; i++) readers[i]!.add(cells[i]!, line)
    return count < most
  }, onProgress)
  const marks = new Set(
    plans.flatMap(({ reading }, i) =>
      reading?.kind === 'number' && surveys[i]!.bare.marked ? marksIn(surveys[i]!.bare, reading.decimal) : [],
    ),
  )
  const decisions: Decisions = {
    delimiter,
    header,
    headerSure,
    comments: (dialect?.comment ?? null) !== null,
    decimal: marks.size === 2 ? 'both' : ([...marks][0] ?? null),
  }
  return { columns: readers.map((reader) => reader.finish()), count, preview, decisions, notices }
}

/** The decimal marks of a column: both, where some rows have the other. */
const marksIn = ({ point, comma }: Survey, decimal: NumberReading): readonly NumberReading[] =>
  point > 0 && comma > 0 ? ['point', 'comma'] : [decimal]
