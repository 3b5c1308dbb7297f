/**
 * Columns of a text table, read cell by cell as it was decided for each (plan.ts). A column keeps numbers and,
 * while there are few different values, their words as codes: 50,000 × 200 cells are 80 MB and not ten million strings.
 */
import { type NumberReadings, numberReadings } from '../domain/numbers/number-text.ts'
import { compactDate, dateReadings } from './dates.ts'
import { minusInFront } from './minus-behind.ts'
import { isMinus, isMissing } from './missing.ts'
import type { ColumnQuestion } from './options.ts'
import type { CellReading, ColumnKind, ColumnNote, ColumnPlan } from './plan.ts'
import { withoutUnit } from './quantity.ts'
import { MOST_WORDS } from './survey.ts'

/** How many lines a message about a column's cells lists. */
const NAMED_LINES = 5

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** The question that a person must answer before the column can be used. */
  readonly question: ColumnQuestion | null
  readonly notes: readonly ColumnNote[]
  /** Whether the cells become numbers, days or hours. */
  readonly numeric: boolean
  /** One for each row; NaN where there is none. Days since 1970 of dates, hours of times of day. */
  readonly numbers: Float64Array
  /** Index into `words`, MISSING where there is no value; null where the different values were too many to keep. */
  readonly codes: Uint16Array | null
  /** Different values; numbers that are equal are one, however they are written. */
  readonly words: readonly string[]
  /** The number of cells that have a value. */
  readonly present: number
  /** Cells without a value, those that cannot be read among them, and the lines of the first. */
  readonly missing: number
  readonly missingLines: readonly number[]
  /** Cells that are no number or date in a column of these: they count as missing. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[]
}

export const MISSING = 0xffff

interface Cell {
  readonly line: number
  readonly text: string
}

export class ColumnReader {
  private readonly numbers: Float64Array
  private codes: Uint16Array | null
  private readonly dictionary = new Map<string, number>()
  private count = 0
  private missing = 0
  private readonly missingLines: number[] = []
  private readonly unreadable: Cell[] = []

  constructor(
    private readonly name: string,
    private readonly plan: ColumnPlan,
    /** The most rows that the column can hold. */
    rows: number,
  ) {
    this.numbers = new Float64Array(rows)
    this.codes = plan.reading?.kind === 'date' ? null : new Uint16Array(rows)
  }

  add(cell: string, line: number): void {
    const at = this.count++
    const { reading } = this.plan
    const missing = isMissing(cell) && !(this.plan.signs && isMinus(cell))
    const read = missing ? null : reading ? numberOf(cell, reading) : Number.NaN
    const value = reading?.kind === 'number' && read === reading.standIn ? null : read
    this.numbers[at] = value ?? Number.NaN
    const unreadable = value !== null && reading !== null && Number.isNaN(value)
    if (value === null || unreadable) this.lack(cell, line, unreadable)
    if (this.codes === null) return
    if (value === null || unreadable) this.codes[at] = MISSING
    else this.keepWord(reading ? String(value) : wordOf(cell), at)
  }

  private lack(cell: string, line: number, unreadable: boolean): void {
    this.missing++
    if (this.missingLines.length < NAMED_LINES) this.missingLines.push(line)
    if (unreadable && this.unreadable.length < NAMED_LINES)
      this.unreadable.push({ line, text: cell.trim().slice(0, 40) })
  }

  private keepWord(word: string, at: number): void {
    let code = this.dictionary.get(word)
    if (code === undefined) {
      code = this.dictionary.size
      if (code === MOST_WORDS) {
        this.codes = null
        return
      }
      this.dictionary.set(word, code)
    }
    this.codes![at] = code
  }

  finish(): Column {
    const { kind, question, notes } = this.plan
    const constant = this.plan.reading !== null && this.isOneNumber()
    return {
      name: this.name,
      kind: constant && kind !== 'id' ? 'constant' : kind,
      question: constant ? null : question,
      notes,
      numeric: this.plan.reading !== null,
      numbers: this.numbers.subarray(0, this.count),
      codes: this.codes?.subarray(0, this.count) ?? null,
      words: this.codes ? [...this.dictionary.keys()] : [],
      present: this.count - this.missing,
      missing: this.missing,
      missingLines: this.missingLines,
      unreadable: this.unreadable,
    }
  }

  private isOneNumber(): boolean {
    let first = Number.NaN
    for (let i = 0; i < this.count; i++) {
      const value = this.numbers[i]!
      if (Number.isNaN(value)) continue
      if (Number.isNaN(first)) first = value
      else if (value !== first) return false
    }
    return true
  }
}

const PLAIN = /^-?\d{1,30}(\.\d{1,30})?$/
/** A number that is not padded with zeros. */
const UNPADDED = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/

/** `1` and `1.0` are one class also where other rows have words; `007` and `7` are two. */
function wordOf(cell: string): string {
  const word = cell.trim()
  return UNPADDED.test(word) ? String(Number(word)) : word
}

/** The cell's number; NaN if it is not of the column's kind. */
function numberOf(cell: string, reading: CellReading): number {
  if (reading.kind === 'number') {
    if (PLAIN.test(cell) && !(reading.decimal === 'comma' && cell.includes('.'))) return Number(cell)
    const signed = reading.minusBehind ? (minusInFront(cell) ?? cell) : cell
    return chosen(numberReadings(withoutUnit(signed, reading.unit)), reading)
  }
  if (reading.order === 'compact') return compactDate(cell)
  const days = dateReadings(cell)
  return days[reading.order] ?? days['year-first'] ?? Number.NaN
}

function chosen(
  readings: NumberReadings,
  { decimal, percent }: Extract<CellReading, { kind: 'number' }>,
): number {
  const [own, other] = decimal === 'point' ? (['point', 'comma'] as const) : (['comma', 'point'] as const)
  const value = Number.isNaN(readings[own]) ? readings[other] : readings[own]
  return readings.unit === '%' && percent === 'number' ? Number((value * 100).toPrecision(15)) : value
}
