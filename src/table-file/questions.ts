/** What a person is asked about the cells of a column, because two readings of them are possible. */
import { numberReadings } from '../domain/numbers/number-text.ts'
import type { Answer, ColumnQuestion } from './options.ts'
import type { Survey } from './survey.ts'

/** A reading of a column's cells, and the question where two are possible. */
export interface Decided<R> {
  readonly value: R
  readonly question: ColumnQuestion | null
}

export function question(
  kind: ColumnQuestion['kind'],
  text: string,
  [first, second]: readonly [Answer, Answer],
  values: readonly [number, number],
  found: Answer | null,
): ColumnQuestion {
  return {
    kind,
    text,
    readings: [
      { answer: first, value: values[0] },
      { answer: second, value: values[1] },
    ],
    found,
  }
}

/** With fewer different numbers than this, numbers and words are all words. */
const FEWEST_NUMBERS = 3

/** The question whether the only word among numbers stands for a missing value; null where there is no such word. */
export function wordAmong(survey: Survey, numbers: number): ColumnQuestion | null {
  const { present, oddWord, oddWords, words } = survey
  if (oddWord === null || numbers + oddWords !== present || 2 * numbers < present) return null
  if (words !== null && words.size <= FEWEST_NUMBERS) return null
  return question('missing', oddWord, ['missing', 'word'], [Number.NaN, Number.NaN], null)
}

/** The nines of a column that may stand for a missing value, and the question whether they do. */
export function aboutNines({ extent }: Survey, numbers: number): Decided<number | null> {
  const value = extent.count === numbers ? extent.standIn() : null
  if (value === null) return { value, question: null }
  const values = [Number.NaN, value] as const
  return { value, question: question('missing', String(value), ['missing', 'number'], values, null) }
}

/** A percent sign on some of the numbers alone: `40%` beside `0.4`, or beside `38`? */
export function percentOf(
  { units, percent }: Survey,
  numbers: number,
  answer: Answer | null,
): Decided<'share' | 'number'> {
  if (percent === null || units.get('%') === numbers) return { value: 'share', question: null }
  const { point, comma } = numberReadings(percent)
  const share = Number.isNaN(point) ? comma : point
  const value = answer === 'number' ? 'number' : 'share'
  const values = [share, Number((share * 100).toPrecision(15))] as const
  return { value, question: question('percent', percent, ['share', 'number'], values, null) }
}
