/**
 * Columns of a text table, read cell by cell. A column keeps numbers and, while there are few different values, their
 * words as codes: 50,000 × 200 cells are 60 MB and not ten million strings.
 */

/** Different values a column may have and still be taken for a category of the input. */
const MOST_CATEGORIES = 50
/** Different values that are kept as words at all. */
const MOST_WORDS = 1000
/** Share of readable numbers from which a column is numbers with some cells that cannot be read. */
const MOSTLY = 0.95
/** Share of different values above which words are names rather than categories. */
const DISTINCT = 0.75
/** Lines that are named of a column's cells. */
const NAMED_LINES = 5

export type ColumnKind = 'number' | 'category' | 'text' | 'constant' | 'empty'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** One for each row; NaN where there is none. */
  readonly numbers: Float32Array
  /** Index into `words`, MISSING where there is no value; null where the different values were too many to keep. */
  readonly codes: Uint16Array | null
  readonly words: readonly string[]
  /** Cells without a value, those that are no numbers in a column of numbers among them, and the lines of the first. */
  readonly missing: number
  readonly missingLines: readonly number[]
  /** Cells of a column of numbers that are none: they count as missing. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[]
}

export const MISSING = 0xffff

const NO_VALUE = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?', '-', '.'])
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const COMMA_NUMBER = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i

export function isMissing(cell: string): boolean {
  return cell.length < 5 && NO_VALUE.has(cell.trim().toLowerCase())
}

/** NaN for what is no number that float32 can hold. */
export function numberOf(cell: string, decimalComma: boolean): number {
  const text = cell.trim().replace('\u2212', '-')
  if (!(decimalComma ? COMMA_NUMBER : NUMBER).test(text)) return Number.NaN
  const value = Math.fround(Number(decimalComma ? text.replace(',', '.') : text))
  return Number.isFinite(value) ? value : Number.NaN
}

interface Cell {
  readonly line: number
  readonly text: string
}

export class ColumnReader {
  private numbers = new Float32Array(256)
  private codes: Uint16Array | null = new Uint16Array(256)
  private readonly dictionary = new Map<string, number>()
  private count = 0
  private missing = 0
  private readonly missingLines: number[] = []
  private odd = 0
  private readonly oddCells: Cell[] = []

  constructor(
    private readonly name: string,
    private readonly decimalComma: boolean,
  ) {}

  add(cell: string, line: number): void {
    if (this.count === this.numbers.length) this.grow()
    const at = this.count++
    this.numbers[at] = Number.NaN
    if (isMissing(cell)) {
      this.missing++
      if (this.missingLines.length < NAMED_LINES) this.missingLines.push(line)
      if (this.codes) this.codes[at] = MISSING
      return
    }
    const value = numberOf(cell, this.decimalComma)
    this.numbers[at] = value
    if (Number.isNaN(value)) {
      this.odd++
      if (this.oddCells.length < NAMED_LINES) this.oddCells.push({ line, text: cell.trim().slice(0, 40) })
    }
    if (this.codes) this.keepWord(cell.trim(), at)
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

  private grow(): void {
    const numbers = new Float32Array(this.numbers.length * 2)
    numbers.set(this.numbers)
    this.numbers = numbers
    if (!this.codes) return
    const codes = new Uint16Array(numbers.length)
    codes.set(this.codes)
    this.codes = codes
  }

  finish(): Column {
    const present = this.count - this.missing
    const numeric = present > 0 && present - this.odd >= MOSTLY * present && this.odd < present
    return {
      name: this.name,
      kind: this.kind(present, numeric),
      numbers: this.numbers.subarray(0, this.count),
      codes: this.codes?.subarray(0, this.count) ?? null,
      words: this.codes ? [...this.dictionary.keys()] : [],
      missing: this.missing + (numeric ? this.odd : 0),
      missingLines: numeric
        ? [...this.missingLines, ...this.oddCells.map(({ line }) => line)]
            .sort((a, b) => a - b)
            .slice(0, NAMED_LINES)
        : this.missingLines,
      unreadable: numeric ? this.oddCells : [],
    }
  }

  private kind(present: number, numeric: boolean): ColumnKind {
    if (present === 0) return 'empty'
    if (this.codes && this.dictionary.size === 1) return 'constant'
    if (numeric) return this.isOneNumber() ? 'constant' : 'number'
    const few = this.codes !== null && this.dictionary.size <= MOST_CATEGORIES
    // Names and identifiers hardly ever come twice.
    return few && (this.dictionary.size <= 2 || this.dictionary.size <= DISTINCT * present)
      ? 'category'
      : 'text'
  }

  /** `1` and `1.0` are two words and one number. */
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
