import { isNumberText } from '../domain/numbers/number-text.ts'
import { dateReadings } from './dates.ts'

/** Whether a cell is a number, a date or a time of day in at least one reading. */
export const isValueText = (cell: string) => isNumberText(cell) || Object.keys(dateReadings(cell)).length > 0
