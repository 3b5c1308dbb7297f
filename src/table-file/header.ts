/**
 * Whether the first row holds the names of the columns, judged by what stands below it: a word above numbers is a name, a
 * number above numbers is none, and a word that comes again below is a value.
 */
import { isNumberText } from '../domain/numbers/number-text.ts'
import { isMissing } from './missing.ts'
import { withoutUnit } from './quantity.ts'
import type { Survey } from './survey.ts'
import { isValueText } from './value-text.ts'

export interface HeaderVerdict {
  readonly header: boolean
  /** Whether the first row holds names, and whether that is certain. */
  readonly sure: boolean
}

/** One side outweighs the other from this ratio of evidence on. */
const OUTWEIGHS = 3
/** A word that is not repeated below is weaker evidence than a word above numbers. */
const WEAK = 0.5

/** `below` describes the rows under the first one. */
export function judgeHeader(first: readonly string[], below: readonly Survey[]): HeaderVerdict {
  const [years, numbered] = [areYears(first), areNumbered(first)]
  let [names, values] = [0, 0]
  for (const [i, survey] of below.entries()) {
    const cell = first[i] ?? ''
    if (isMissing(cell) || survey.present === 0) continue
    if (isMeasured(survey.bare)) {
      if (!isValueText(withoutUnit(cell, survey.bare.unit))) names++
      // Numbers of columns say nothing: they may be names as well as values.
      else if (numbered) continue
      else if (!years) values++
      // Whether the first row has years above numbers that are no years.
      else if (survey.point + survey.comma + survey.short > 0) names++
    } else if (survey.words?.has(cell.trim())) values++
    else if (survey.words && 2 * survey.words.size <= survey.present) names += WEAK
  }
  if (names >= OUTWEIGHS * values && names >= 2 * WEAK) return { header: true, sure: true }
  if (values >= OUTWEIGHS * names && values > 0) return { header: false, sure: true }
  return { header: names >= values && !first.some(isValueText), sure: false }
}

/** Whether most cells are numbers, dates or times. */
function isMeasured({ present, same, point, comma, eitherByComma, eitherByPoint, dates }: Survey): boolean {
  const numbers = same + point + comma + eitherByComma + eitherByPoint
  const days = dates['year-first'] + dates.time + Math.max(dates['day-first'], dates['month-first'])
  return 2 * Math.max(numbers, days) > present
}

/** Years one after another may be names of columns as well as values. */
export function areYears(cells: readonly string[]): boolean {
  const [first, count] = counted(cells)
  return count > 1 && first >= 1800 && first <= 2100
}

/** The numbers that pandas gives columns without names, from 0 on, or from 1 on. */
function areNumbered(cells: readonly string[]): boolean {
  const [first, count] = counted(cells)
  return count > 2 && (first === 0 || first === 1)
}

/** The first number and how many there are, where each follows the one before by 1; otherwise none. */
function counted(cells: readonly string[]): readonly [first: number, count: number] {
  const numbers = cells.filter(isNumberText).map(Number)
  const inOrder = numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
  return inOrder && numbers.length > 0 ? [numbers[0]!, numbers.length] : [Number.NaN, 0]
}
