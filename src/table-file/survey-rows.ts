/** Walks all rows of a file once: counts their cells, and surveys the columns. */
import { MOST_ROWS } from '../domain/table/table.ts'
import type { Rows } from './cells.ts'
import type { FileProblem } from './problem.ts'
import { Survey } from './survey.ts'

/** Columns of a file, of which a person takes at most MOST_COLUMNS. */
const MOST_FILE_COLUMNS = 1000
/** Rows that are remembered of those that do not fit. */
const REMEMBERED = 5

export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

export interface RowsSurvey {
  readonly width: number
  /** Rows with a different number of cells: first those above all rows that fit, then those below. */
  readonly above: readonly Row[]
  readonly odd: readonly Row[]
  readonly oddCount: number
  /** The first row that fits, which may hold names. */
  readonly first: Row | null
  /** The rows below that are the same as the first, cell by cell: where it holds names, they are no samples. */
  readonly repeats: Lines
  /** The last row, where it sums up the others. */
  readonly total: Row | null
  /** The surveys of the columns, of all other rows below the first. */
  readonly surveys: readonly Survey[]
  readonly count: number
}

/** How many lines there are, and the numbers of the first. */
interface Lines {
  readonly count: number
  readonly lines: readonly number[]
}

export type Surveyed =
  | { readonly ok: true; readonly survey: RowsSurvey }
  | { readonly ok: false; readonly problem: FileProblem }

/** Cells beyond the others that are empty are no cells: they come of a delimiter at the end of the line. */
export function fits(cells: readonly string[], width: number): boolean {
  if (cells.length <= width) return cells.length === width
  for (let i = width; i < cells.length; i++) if (cells[i]!.trim() !== '') return false
  return true
}

export const areSame = (a: readonly string[], b: readonly string[]) => a.every((cell, i) => cell === b[i])

const TOTAL = /^(?:(?:grand |sub)?total|sum|summe|gesamt|总?合计|总计|总和|总数|小计)[:：]?$/i

/** The last row of a table that a word for a total begins, one which no other row has in that column. */
function sumsUp({ cells }: Row, surveys: readonly Survey[]): boolean {
  const at = cells.findIndex((cell) => cell.trim() !== '')
  const word = cells[at]?.trim() ?? ''
  return TOTAL.test(word) && surveys[at]?.words?.has(word) === false
}

/** `expected` is the number of cells that most rows have, as far as it is known. */
export function surveyRows(rows: Rows, expected: number, onProgress: (share: number) => void): Surveyed {
  const survey = walk(rows, expected, onProgress)
  if (!survey.ok || survey.width === expected) return survey
  const again = walk(rows, survey.width, onProgress)
  return again
}

function walk(rows: Rows, width: number, onProgress: (share: number) => void): Surveyed & { width: number } {
  const widths = new Map<number, number>()
  const [above, odd]: [Row[], Row[]] = [[], []]
  const surveys = Array.from({ length: Math.min(width, MOST_FILE_COLUMNS) }, () => new Survey())
  const repeated: number[] = []
  let first = null as Row | null
  let last = null as Row | null
  let [oddCount, count, repeats] = [0, 0, 0]
  const survey = ({ cells }: Row) => {
    count++
    for (let i = 0; i < surveys.length; i++) surveys[i]!.add(cells[i]!)
  }
  const walked = rows((cells, line) => {
    const fitting = fits(cells, width)
    const found = fitting ? width : cells.length
    widths.set(found, (widths.get(found) ?? 0) + 1)
    if (!fitting) {
      oddCount++
      const kept = first === null ? above : odd
      if (kept.length < REMEMBERED) kept.push({ cells, line })
    } else if (first === null) first = { cells, line }
    else if (areSame(first.cells, cells)) {
      repeats++
      if (repeated.length < REMEMBERED) repeated.push(line)
    } else {
      if (last) survey(last)
      last = { cells, line }
    }
    return count <= MOST_ROWS
  }, onProgress)
  const total = last && sumsUp(last, surveys) ? last : null
  if (last && !total) survey(last)
  const commonest = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
  const refused = (problem: FileProblem) => ({ ok: false, problem, width: commonest }) as const
  if (!walked.ok) return refused({ kind: 'file-quote', line: walked.line })
  if (commonest === 0) return refused({ kind: 'file-empty' })
  if (commonest > MOST_FILE_COLUMNS)
    return refused({ kind: 'file-columns', columns: commonest, most: MOST_FILE_COLUMNS })
  if (count > MOST_ROWS) return refused({ kind: 'file-rows', most: MOST_ROWS })
  oddCount -= above.length
  return {
    ok: true,
    width: commonest,
    survey: {
      ...{ width, above, odd, oddCount, first, surveys, count, total },
      repeats: { count: repeats, lines: repeated },
    },
  }
}
