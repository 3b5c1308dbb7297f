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
  /** The surveys of the columns, of the rows below the first. */
  readonly surveys: readonly Survey[]
  readonly count: number
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
  let first: Row | null = null
  let [oddCount, count] = [0, 0]
  const walked = rows((cells, line) => {
    const fitting = fits(cells, width)
    const found = fitting ? width : cells.length
    widths.set(found, (widths.get(found) ?? 0) + 1)
    if (!fitting) {
      oddCount++
      const kept = first === null ? above : odd
      if (kept.length < REMEMBERED) kept.push({ cells, line })
    } else if (first === null) first = { cells, line }
    else {
      count++
      for (let i = 0; i < surveys.length; i++) surveys[i]!.add(cells[i]!)
    }
    return count <= MOST_ROWS
  }, onProgress)
  const commonest = [...widths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
  const refused = (problem: FileProblem) => ({ ok: false, problem, width: commonest }) as const
  if (!walked.ok) return refused({ kind: 'file-quote', line: walked.line })
  if (commonest === 0) return refused({ kind: 'file-empty' })
  if (commonest > MOST_FILE_COLUMNS)
    return refused({ kind: 'file-columns', columns: commonest, most: MOST_FILE_COLUMNS })
  if (count > MOST_ROWS) return refused({ kind: 'file-rows', most: MOST_ROWS })
  oddCount -= above.length
  return { ok: true, width: commonest, survey: { width, above, odd, oddCount, first, surveys, count } }
}
