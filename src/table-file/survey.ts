/**
 * What the cells of one column are, counted over the whole of it: the ground on which its reading is decided. Nothing is
 * kept of a cell but what it counts for, so that a column of any length takes little memory.
 */
import { numberReadings } from '../domain/numbers/number-text.ts'
import { compactDate, type DateOrder, dateReadings } from './dates.ts'
import { minusInFront } from './minus-behind.ts'
import { isMinus, isMissing } from './missing.ts'
import { quantityOf } from './quantity.ts'
import { Extent } from './stand-in.ts'

/** The most different values that are kept as words. */
export const MOST_WORDS = 1000

/** The fewest digits of a telephone number that begins with its country. */
const FEWEST_DIGITS = 8

/** A number as it stands in the file, and its value in each of two readings. */
export interface Example {
  readonly text: string
  readonly values: readonly [number, number]
}

export class Survey {
  /** The number of cells that hold a value. */
  present = 0
  /** Numbers by the readings they have: the same in both, of one alone, or two different ones by a comma or a point. */
  same = 0
  point = 0
  comma = 0
  eitherByComma = 0
  eitherByPoint = 0
  /** The first number with two readings: with the point as decimal mark, then with the comma. */
  example: Example | null = null
  /** The first numbers that have a point or a comma as decimal mark and no other reading. */
  pointText: string | null = null
  commaText: string | null = null
  /** Numbers whose minus stands behind them, and the first that is no single digit: `2-` is a mark at school. */
  behind = 0
  behindText: string | null = null
  /** Whole numbers with a plus in front and as many digits as a telephone number. */
  phones = 0
  /** Whole numbers without a mark, of one to three digits and of more. */
  short = 0
  long = 0
  readonly units = new Map<string, number>()
  /** The first number in percent that is not 0, as it stands. */
  percent: string | null = null
  readonly dates: Record<DateOrder, number> = { 'year-first': 0, 'day-first': 0, 'month-first': 0, time: 0 }
  /** The first date that has two readings, in days since 1970: day first, then month first. */
  dateExample: Example | null = null
  /** Eight digits that are a day. */
  compact = 0
  /** Cells of digits alone, those with a zero before others, and the most digits of a whole number. */
  digits = 0
  zeroed = 0
  longest = 0
  /** Whole numbers that each follow the one above by 1. */
  sequence = true
  /** Of the cells that are nothing but words the first, and how many are the same. */
  oddWord: string | null = null
  oddWords = 0
  /** Of numbers without marks of thousands and units. */
  readonly extent = new Extent()
  /** Different texts; null where they are too many, after `distinctOf` cells. */
  words: Set<string> | null = new Set()
  distinctOf = 0
  private minuses = 0
  private start = Number.NaN
  private last = Number.NaN
  /** The numbers of the first cells, as long as each has the same unit behind it. */
  private quantities: Survey | null = null

  /** `unit`: what stood behind each of these numbers. */
  constructor(readonly unit = '') {}

  /** The numbers alone, where all cells have the same unit behind them. */
  get bare(): Survey {
    return this.quantities?.present === this.present ? this.quantities : this
  }

  add(cell: string): void {
    if (isMissing(cell)) {
      this.sequence = false
      if (isMinus(cell)) this.minuses++
      return
    }
    this.present++
    if (this.words) this.keep(cell.trim())
    const form = formOf(cell)
    if (form === 'digits') {
      this.addDigits(cell)
      return
    }
    this.sequence = false
    if (form !== 'other') this.extent.add(Number(cell))
    if (form === 'decimal') this.addDecimal('point', cell)
    else if (form === 'whole') this.addWhole(cell.length - 1)
    else if (form === 'grouped') {
      this.eitherByPoint++
      this.example ??= exampleOf(cell)
    } else this.addOther(cell)
  }

  /** Removes the first row from the counts once it has turned out to be the header. */
  addFirst(cell: string): void {
    const { sequence, start } = this
    this.add(cell)
    this.sequence = sequence && this.last + 1 === start
  }

  /** Whether a dash is the opposite of the only word (`✓` and `-`), or of plus signs: a value and not a missing one. */
  get isOfSigns(): boolean {
    if (this.minuses === 0 || this.words === null) return false
    return this.words.size === 1 || /^\++$/.test([...this.words].join(''))
  }

  /** Whether the column shows its decimal mark, or may. */
  get marked(): boolean {
    return this.point + this.comma + this.eitherByComma + this.eitherByPoint > 0
  }

  private keep(word: string): void {
    this.words!.add(word)
    this.distinctOf = this.present
    if (this.words!.size > MOST_WORDS) this.words = null
  }

  private addDigits(cell: string): void {
    const { length } = cell
    this.addWhole(length)
    this.digits++
    if (length > 1 && cell.charCodeAt(0) === ZERO) this.zeroed++
    if (length === 8 && !Number.isNaN(compactDate(cell))) this.compact++
    const value = Number(cell)
    this.extent.add(value)
    if (Number.isNaN(this.start)) this.start = value
    else if (value !== this.last + 1) this.sequence = false
    this.last = value
  }

  private addWhole(length: number): void {
    this.same++
    this.longest = Math.max(this.longest, length)
    if (length > 3) this.long++
    else this.short++
  }

  private addDecimal(mark: 'point' | 'comma', cell: string): void {
    this[mark]++
    this[`${mark}Text`] ??= cell.trim()
  }

  private addOther(cell: string): void {
    if (isPhone(cell)) this.phones++
    if (this.addNumber(cell, cell)) return
    const moved = minusInFront(cell)
    if (moved === null || !this.addNumber(moved, cell)) this.addDate(cell)
    else {
      this.behind++
      if (!/^-\d$/.test(moved)) this.behindText ??= cell.trim()
    }
  }

  /** `written`: the cell as it stands. Returns whether it is a number. */
  private addNumber(cell: string, written: string): boolean {
    const { point, comma, unit } = numberReadings(cell)
    if (Number.isNaN(point) && Number.isNaN(comma)) return false
    if (unit !== '') this.units.set(unit, (this.units.get(unit) ?? 0) + 1)
    if (unit === '%' && point !== 0 && comma !== 0) this.percent ??= cell.trim()
    if (point === comma) {
      this.same++
      if (Number.isInteger(point)) this.longest = Math.max(this.longest, cell.replace(/\D/g, '').length)
    } else if (Number.isNaN(comma)) this.addDecimal('point', written)
    else if (Number.isNaN(point)) this.addDecimal('comma', written)
    else {
      if (cell.normalize('NFKC').includes(',')) this.eitherByComma++
      else this.eitherByPoint++
      this.example ??= { text: written.trim(), values: [point, comma] }
    }
    return true
  }

  private addDate(cell: string): void {
    const readings = dateReadings(cell)
    if (Object.keys(readings).length === 0) this.addWord(cell)
    for (const order of Object.keys(readings) as DateOrder[]) this.dates[order]++
    const [day, month] = [readings['day-first'], readings['month-first']]
    if (day !== undefined && month !== undefined && day !== month)
      this.dateExample ??= { text: cell.trim(), values: [day, month] }
  }

  private addWord(cell: string): void {
    this.oddWord ??= cell.trim()
    if (this.oddWord === cell.trim()) this.oddWords++
    // One cell that is none, and all of them are words.
    const quantity = (this.quantities?.present ?? 0) === this.present - 1 ? quantityOf(cell) : null
    if (quantity === null) return
    this.quantities ??= new Survey(quantity.unit)
    if (this.quantities.unit === quantity.unit) this.quantities.add(quantity.number)
  }
}

function exampleOf(cell: string): Example {
  const { point, comma } = numberReadings(cell)
  return { text: cell.trim(), values: [point, comma] }
}

/** As it is dialled: a plus, the country, the number. */
const isPhone = (cell: string) =>
  /^\s*[+＋][\d\s]+$/.test(cell) && cell.replace(/\D/g, '').length >= FEWEST_DIGITS

/** `grouped` is a number whose point may group thousands. */
type Form = 'digits' | 'whole' | 'decimal' | 'grouped' | 'other'

const [ZERO, NINE, MINUS, POINT] = [48, 57, 45, 46]

/** Most cells are plain numbers, which are recognised without a regular expression. */
function formOf(cell: string): Form {
  const signed = cell.charCodeAt(0) === MINUS ? 1 : 0
  let point = -1
  for (let at = signed; at < cell.length; at++) {
    const code = cell.charCodeAt(at)
    if (code === POINT && point < 0) point = at
    else if (code < ZERO || code > NINE) return 'other'
  }
  if (cell.length === signed || cell.length > 40) return 'other'
  if (point < 0) return signed === 1 ? 'whole' : 'digits'
  const [before, after] = [point - signed, cell.length - point - 1]
  if (before === 0 || after === 0) return 'other'
  return after === 3 && before <= 3 && cell.charCodeAt(signed) !== ZERO ? 'grouped' : 'decimal'
}
