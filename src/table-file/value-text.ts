import { isNumberText } from '../domain/numbers/number-text.ts'
import { dateReadings } from './dates.ts'
import { minusInFront } from './minus-behind.ts'

/** Whether a cell is a number, a date or a time of day in at least one reading. */
export function isValueText(cell: string): boolean {
  if (isNumberText(cell) || Object.keys(dateReadings(cell)).length > 0) return true
  const moved = minusInFront(cell)
  return moved !== null && isNumberText(moved)
}
