/** Lines that are neither names nor samples: those that draw a table, and a second line of names. */
import { areYears } from './header.ts'
import { isMissing } from './missing.ts'
import { isValueText } from './value-text.ts'

/** The share of a column's cells from which it counts as numbers. */
const MOSTLY = 0.95
/** So many rows below are enough to tell what a column holds. */
const ENOUGH_ROWS = 3
/** In so many columns of numbers there must be a word instead: in one alone it may be a value that is missing. */
const ENOUGH_COLUMNS = 2

/** A line drawn under names or around a table, as Markdown and databases print it. */
export const isRule = (line: string) => /^[ |+:=-]+$/.test(line) && /---|===|[|:]-+[|:]/.test(line)

/** A unit as it stands below a name: in brackets. */
export const isUnit = (cell: string) => /^(?:\(.+\)|\[.+\])$/s.test(cell)

/** Whether these cells below the names go on naming, such as by units: words where all rows below have numbers. */
export function isSecondHeading(
  names: readonly string[],
  cells: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  if (below.length < ENOUGH_ROWS) return false
  const years = areYears(names)
  let words = 0
  for (const [i, cell] of cells.entries()) {
    const values = below.map((row) => row[i] ?? '').filter((value) => !isMissing(value))
    if (values.length < ENOUGH_ROWS || values.filter(isValueText).length < MOSTLY * values.length) continue
    if (isValueText(cell) || (!years && isValueText(names[i] ?? ''))) return false
    if (!isMissing(cell)) words += isUnit(cell) ? ENOUGH_COLUMNS : 1
  }
  return words >= ENOUGH_COLUMNS
}
