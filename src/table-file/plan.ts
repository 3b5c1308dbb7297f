/**
 * How each column is read, decided from the surveys of all of them: what it is, which mark is the decimal mark, what is
 * asked. A comma or point that stands before exactly three digits may be either mark. Then the other cells of the column
 * decide, then the other columns of the file, then what is usual between such delimiters; if these contradict each
 * other, or say nothing, the page asks.
 */
import { numberReadings } from '../domain/numbers/number-text.ts'
import type { DateOrder } from './dates.ts'
import { minusInFront } from './minus-behind.ts'
import type { Answer, ColumnQuestion, NumberReading, ReadOptions } from './options.ts'
import { aboutNines, type Decided, percentOf, question, wordAmong } from './questions.ts'
import type { Delimiter } from './scan.ts'
import { MOST_WORDS, type Survey } from './survey.ts'

/**
 * The share of readable values from which the column has their kind, and the other values count as
 * unreadable.
 */
const MOSTLY = 0.95
/** Different values a column may have and still be taken for a category of the input. */
export const MOST_CATEGORIES = 50
/** The share of different values above which words are names and not categories. */
const DISTINCT = 0.75
/** Digits beyond which a whole number is the name of something: float64 does not hold it. */
const LONGEST_NUMBER = 15
/** A number that is padded with zeros to at least this many digits is a code. */
const SHORTEST_CODE = 3

export type ColumnKind =
  | ('number' | 'category' | 'text' | 'constant' | 'empty')
  /** Days since 1970 with their time, hours of a day, and what names a row. */
  | ('date' | 'time' | 'id')

/** How cells become numbers; null if they are only words. */
export type CellReading =
  | {
      readonly kind: 'number'
      readonly decimal: NumberReading
      readonly percent: 'share' | 'number'
      /** What stands behind every number and is no part of it. */
      readonly unit: string
      /** Whether a minus may stand behind the number. */
      readonly minusBehind: boolean
      /** The number that stands for a missing value. */
      readonly standIn: number | null
    }
  | { readonly kind: 'date'; readonly order: DateOrder | 'compact' }

export interface ColumnPlan {
  readonly kind: ColumnKind
  readonly reading: CellReading | null
  readonly question: ColumnQuestion | null
  readonly notes: readonly ColumnNote[]
  /** Whether a dash is a value and not a missing one. */
  readonly signs?: true
}

/** The units and marks that were removed from the cells, to be shown to the person. */
export type ColumnNote =
  /** The first number with an ambiguous mark, and the reading that it was given. */
  | { readonly kind: 'read-as'; readonly text: string; readonly value: number }
  | { readonly kind: 'units'; readonly units: readonly string[] }
  /** Digits that are padded with zeros or too long for a number. */
  | { readonly kind: 'code' }

export interface Evidence {
  readonly surveys: readonly Survey[]
  readonly names: readonly string[]
  /** null where the file is JSON, whose numbers have points. */
  readonly delimiter: Delimiter | null
  /** The first column holds the names of the rows. */
  readonly rowNames: boolean
}

export function planColumns(
  evidence: Evidence,
  { decimal, answers }: Pick<ReadOptions, 'decimal' | 'answers'>,
) {
  const surveys = evidence.surveys.map(({ bare }) => bare)
  const marks = marksOf({ ...evidence, surveys })
  return surveys.map((survey, i): ColumnPlan => {
    const name = evidence.names[i]!
    const plan = planOf(survey, name, marks, answers[i] ?? decimal)
    return evidence.rowNames && i === 0 && plan.kind !== 'empty'
      ? { ...plan, kind: 'id', question: null }
      : plan
  })
}

function planOf(survey: Survey, name: string, marks: Marks, answer: Answer | null): ColumnPlan {
  const { present, words, compact } = survey
  const most = MOSTLY * present
  if (present === 0) return ofWords('empty')
  const decided = decimalOf(survey, marks, answer)
  const numeric = numbersIn(survey)
  if (compact === present && present > 2) return dated('compact')
  const word = numeric < most ? wordAmong(survey, numeric) : null
  if ((numeric >= most && numeric > 0) || (word !== null && answer !== 'word'))
    return ofNumbers(survey, name, numeric, decided, word, answer)
  // The one word among dates is a missing value: dates are no input unless a person chooses them.
  const dates = Math.max(present - survey.oddWords, present / 2)
  const order = dateOrder(survey, Math.min(most, dates), answer)
  if (order) return order
  if (word) return { ...ofWords(kindOfWords(survey, 'text')), question: word }
  if (survey.isOfSigns) return { ...ofWords('category'), signs: true }
  if (words !== null && words.size === 1) return ofWords('constant')
  return ofWords(ID_NAME.test(name) && allDifferent(survey) ? 'id' : kindOfWords(survey, 'text'))
}

function ofNumbers(
  survey: Survey,
  name: string,
  numeric: number,
  decided: Decided<NumberReading>,
  word: ColumnQuestion | null,
  answer: Answer | null,
): ColumnPlan {
  const id = identifies(survey, name)
  if (isDialled(survey, name) || (isCode(survey) && (!id || survey.longest > LONGEST_NUMBER)))
    return ofWords(kindOfWords(survey, 'id'), [{ kind: 'code' }])
  const percent = percentOf(survey, numeric, answer)
  const nines = aboutNines(survey, numeric)
  const questions = [decided.question, percent.question, word, nines.question]
  const asked = questions.find((each) => each?.found === null) ?? decided.question
  const standIn = answer === 'missing' && asked === nines.question ? nines.value : null
  return {
    kind: id ? 'id' : 'number',
    reading: {
      ...{ kind: 'number', decimal: decided.value, percent: percent.value, unit: survey.unit },
      ...{ minusBehind: survey.behindText !== null, standIn },
    },
    question: id ? null : asked,
    notes: notesOf(survey, decided),
  }
}

const ofWords = (kind: ColumnKind, notes: readonly ColumnNote[] = []): ColumnPlan => ({
  kind,
  reading: null,
  question: null,
  notes,
})

const dated = (order: DateOrder | 'compact', question: ColumnQuestion | null = null): ColumnPlan => ({
  kind: order === 'time' ? 'time' : 'date',
  reading: { kind: 'date', order },
  question,
  notes: [],
})

function notesOf(survey: Survey, { value, question }: Decided<NumberReading>): ColumnNote[] {
  const { example, units, unit, behindText, pointText, commaText } = survey
  const other = value === 'point' ? commaText : pointText
  const exampleValue = example?.values[value === 'point' ? 0 : 1] ?? Number.NaN
  const readAs = (text: string): ColumnNote => {
    const { point, comma } = numberReadings(minusInFront(text) ?? text)
    return { kind: 'read-as', text, value: Number.isNaN(point) ? comma : point }
  }
  return [
    ...(behindText === null ? [] : [readAs(behindText)]),
    // Some rows have the other decimal mark.
    ...(pointText === null || other === null ? [] : [readAs(other)]),
    // The other cells of the column leave no choice. A number that is read as programs read it needs no word.
    ...(example && question === null && Number(example.text) !== exampleValue
      ? [{ kind: 'read-as', text: example.text, value: exampleValue } as const]
      : []),
    ...(units.size > 0 ? [{ kind: 'units', units: [...units.keys()] } as const] : []),
    ...(unit !== '' ? [{ kind: 'units', units: [unit] } as const] : []),
  ]
}

/** Few different values are a category; of names hardly any comes twice. */
function kindOfWords(survey: Survey, otherwise: 'text' | 'id'): ColumnKind {
  const { words, present } = survey
  if (words === null || words.size > MOST_CATEGORIES) return otherwise
  if (words.size === 1) return 'constant'
  return words.size <= 2 || words.size <= DISTINCT * present ? 'category' : otherwise
}

const ID_NAME =
  /^(id|.*[\s_.-]ids?|.*[a-z]I[Dd]|uuid|guid|phone|tel|mobile|编号|序号|学号|工号|手机号?|电话|.*(编号|序号|id))$/i
const ROW_NAME =
  /^(|#|no\.?|nr\.?|num|index|idx|row|rows|row[\s_.-]?(names?|id|num(ber)?|no)|rownames|level_0|unnamed.*|行号|索引)$/i

/** Whole numbers that are another in every row, and are called so or count the rows. */
function identifies(survey: Survey, name: string): boolean {
  if (survey.digits < survey.present || !allDifferent(survey)) return false
  return ID_NAME.test(name) || (ROW_NAME.test(name) && survey.sequence) || isCode(survey)
}

/** Digits padded with zeros are a code: a postcode, a department; and so are whole numbers too long to be held. */
const isCode = ({ digits, present, zeroed, longest, same }: Survey) =>
  (digits === present && zeroed > 0 && longest >= SHORTEST_CODE) ||
  (same === present && longest > LONGEST_NUMBER)

const PHONE_NAME =
  /^(.*[\s_.-])?(phone|tel|telephone|telefon[oe]?|téléphone|teléfono|mobile|mobil|handy|fax)([\s_.-]?(no|nr|number|nummer|numero|número))?\.?$/i
/** Numbers of fewer digits that are called so may be something else, such as whether there is a telephone. */
const SHORTEST_PHONE = 7

/** Telephone numbers: all with a plus in front, or called so. */
const isDialled = ({ phones, present, same, longest, ...survey }: Survey, name: string) =>
  phones >= MOSTLY * present ||
  (same === present && longest >= SHORTEST_PHONE && PHONE_NAME.test(name) && survey.digits < present)

/** Whether all values were still kept when they became too many. */
function allDifferent({ words, present, distinctOf }: Survey): boolean {
  return words === null ? distinctOf === MOST_WORDS + 1 : words.size === present && present > 2
}

interface Marks {
  /** Columns elsewhere have numbers with this decimal mark and no other reading. */
  readonly point: boolean
  readonly comma: boolean
  /** Commas somewhere can only group thousands. */
  readonly thousandsComma: boolean
  readonly delimiter: Delimiter | null
}

function marksOf({ surveys, delimiter }: Evidence): Marks {
  return {
    point: surveys.some(({ point }) => point > 0),
    comma: surveys.some(({ comma }) => comma > 0),
    thousandsComma: surveys.some(grows),
    delimiter,
  }
}

/** Whole numbers stand without a comma as long as they are below a thousand: the comma comes with the thousands. */
const grows = ({ eitherByComma, comma, short, long }: Survey) =>
  eitherByComma > 0 && comma === 0 && short > 0 && long === 0

function decimalOf(survey: Survey, marks: Marks, answer: Answer | null): Decided<NumberReading> {
  const { example, point, comma } = survey
  const found = point > 0 && comma > 0 && example !== null ? null : decidedMark(survey, marks)
  const said = answer === 'point' || answer === 'comma' ? answer : null
  return {
    value: said ?? found ?? (comma > point ? 'comma' : 'point'),
    question:
      example === null || point > 0 !== comma > 0
        ? null
        : question('decimal', example.text, ['point', 'comma'], example.values, found),
  }
}

/** The decimal mark; null if both are possible and nothing decides. */
function decidedMark(survey: Survey, marks: Marks): NumberReading | null {
  const { point, comma, eitherByComma, eitherByPoint } = survey
  if (point > 0 || comma > 0) return point >= comma ? 'point' : 'comma'
  if (eitherByComma + eitherByPoint === 0) return marks.comma && !marks.point ? 'comma' : 'point'
  if (eitherByComma > 0 && eitherByPoint > 0) return null
  // In JSON the decimal mark is a point; elsewhere it is what it is in other columns.
  if (marks.delimiter === null || (marks.point && !marks.comma)) return 'point'
  if (eitherByPoint > 0) return marks.comma && !marks.point ? 'comma' : null
  // Every comma groups three digits, and no other column has decimal commas.
  if (marks.comma || marks.point) return null
  return marks.thousandsComma || marks.delimiter !== ';' ? 'point' : null
}

/** Where some rows have the other decimal mark, their numbers have one reading all the same. */
function numbersIn(survey: Survey): number {
  const { same, point, comma, eitherByComma, eitherByPoint, behind, behindText } = survey
  return same + point + comma + eitherByComma + eitherByPoint - (behindText === null ? behind : 0)
}

function dateOrder({ dates, dateExample }: Survey, most: number, answer: Answer | null): ColumnPlan | null {
  const [year, day, month] = [dates['year-first'], dates['day-first'], dates['month-first']]
  if (dates.time >= most) return dated('time')
  if (Math.max(day, month) + year < most) return null
  if (day === 0 && month === 0) return dated('year-first')
  const found = day >= month ? 'day-first' : 'month-first'
  if (day !== month || dateExample === null) return dated(found)
  const order = answer === 'day-first' || answer === 'month-first' ? answer : found
  const orders = ['day-first', 'month-first'] as const
  return dated(order, question('date', dateExample.text, orders, dateExample.values, null))
}
