/**
 * What a number written by a person or a program can mean. Two marks are told apart in any number: the decimal mark,
 * once, and the mark that groups thousands, before every three digits. `1,5` has one reading and `1.234,5` has one;
 * `1,234` has two, a thousand times apart. Nothing here chooses between two readings: that takes a column of numbers
 * (data/reading/), a field for whole numbers (below), or the person who wrote it.
 */

/** The number in both readings; NaN where the text is no number in that reading. */
export interface NumberReadings {
  /** `.` is the decimal mark; `,` a space, `'` or `_` may group thousands. */
  readonly point: number
  /** `,` is the decimal mark; `.` a space, `'` or `_` may group thousands. */
  readonly comma: number
  /** What stood beside the digits: `%`, a currency as it was written, or nothing. */
  readonly unit: string
}

const NONE: NumberReadings = { point: Number.NaN, comma: Number.NaN, unit: '' }

const PLAIN = /^[+-]?\d+$/
const CURRENCY = String.raw`\p{Sc}|[A-Z]{0,2}\$|USD|EUR|GBP|CHF|CNY|RMB|JPY|kr|Kč|zł|Rs\\.?|元|円`
const BEFORE = new RegExp(`^([+-]?)\\s*(${CURRENCY})\\s*(?=[\\d.,+-])`, 'iu')
const AFTER = new RegExp(`(?<=[\\d.,])\\s*(%|‰|${CURRENCY})$`, 'iu')
/** Myriads and what is counted in them: `1.2万` is 12,000. */
const MYRIADS = /(?<=[\d.,])\s*([百千万]?)([万亿])(?=元?$)/u
const MYRIAD_VALUES: Readonly<Record<string, number>> = { '': 1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }
/** The exponent as Fortran writes it (`1.5D+03`), and as people do (`1.5×10^3`). */
const POWER_OF_TEN = /(?<=[\d.])(?:d(?=[+-])| ?[×x*·] ?10(?:\^|\*\*))([+-]?\d+)$/i
const EXPONENT = String.raw`(?:e[+-]?\d+)?`
/** Groups of three, by the same mark throughout. */
const grouped = (mark: string) => String.raw`[1-9]\d{0,2}(${mark}| |'|_)\d{3}(?:\1\d{3})*`
/** India groups in twos before the last three. */
const LAKHS = String.raw`[1-9]\d?(?:,\d{2})+,\d{3}`
const number = (whole: string, decimal: string) =>
  new RegExp(String.raw`^[+-]?(?:(?:${whole}|\d+)(?:${decimal}\d*)?|${decimal}\d+)${EXPONENT}$`, 'i')
const POINT = number(`${grouped(',')}|${LAKHS}`, '\\.')
const COMMA = number(grouped('\\.'), ',')

export function numberReadings(cell: string): NumberReadings {
  if (PLAIN.test(cell)) return same(Number(cell))
  const text = undressed(cell)
  if (text === null) return NONE
  const { digits, unit, factor } = text
  const point = POINT.test(digits) ? finite(digits.replace(/[, '_]/g, ''), factor) : Number.NaN
  const comma = COMMA.test(digits)
    ? finite(digits.replace(/[. '_]/g, '').replace(',', '.'), factor)
    : Number.NaN
  return Number.isNaN(point) && Number.isNaN(comma) ? NONE : { point, comma, unit }
}

const same = (value: number): NumberReadings =>
  Number.isFinite(value) ? { point: value, comma: value, unit: '' } : NONE

/**
 * Numbers beyond float32 are refused, because no network could take them. A percentage is divided so that
 * decimals keep their nearest float64.
 */
function finite(digits: string, factor: number): number {
  const value = factor === 1 ? Number(digits) : Number((Number(digits) * factor).toPrecision(15))
  return Number.isFinite(Math.fround(value)) ? value : Number.NaN
}

/** The zeros of Arabic, Persian, Hindi, Bengali and Thai; their other digits follow them. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]
const FOREIGN = /[٠-٩۰-۹०-९০-৯๐-๙]/g

/** Digits and marks of other scripts as ASCII has them; the Arabic mark of thousands has that meaning alone. */
const inAscii = (text: string) =>
  text
    .replace(FOREIGN, (digit) => {
      const code = digit.charCodeAt(0)
      return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10)!)
    })
    .replaceAll('٫', '.')
    .replaceAll('٬', "'")

/** Full-width characters, spaces, signs and apostrophes as ASCII has them; unit and accountants' brackets taken off. */
function undressed(cell: string): { digits: string; unit: string; factor: number } | null {
  let text = inAscii(cell.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[−–﹣‐‑‒]|(?<=[eE]|\p{Sc})[−–﹣‐‑‒]/gu, '-')
    .replace(/[’‘ʼ′`´]/g, "'")
    .replace(/。/g, '.')
    .replace(POWER_OF_TEN, 'e$1')
  let sign = ''
  const bracketed = /^(\p{Sc}?) ?\((.*\d.*)\)$/u.exec(text)
  if (bracketed) [sign, text] = ['-', `${bracketed[1]}${bracketed[2]!.trim()}`]
  let unit = ''
  const before = BEFORE.exec(text)
  if (before) [unit, text] = [before[2]!, before[1]! + text.slice(before[0].length)]
  let factor = 1
  const myriads = MYRIADS.exec(text)
  if (myriads) {
    factor = MYRIAD_VALUES[myriads[1]!]! * MYRIAD_VALUES[myriads[2]!]!
    text = text.replace(MYRIADS, '')
  }
  const after = AFTER.exec(text)
  if (after && unit === '') [unit, text] = [after[1]!, text.slice(0, after.index)]
  text = text.replace(/^([+-]) /, '$1')
  if (sign !== '' && /^[+-]/.test(text)) return null
  if (!/^[+-]?[.,]?\d/.test(text)) return null
  if (unit === '%') factor *= 0.01
  if (unit === '‰') factor *= 0.001
  return { digits: sign + text, unit, factor }
}

/** What a typed text means: a number, one of two numbers that its writer must choose from, or none. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'none' }

/**
 * A number typed into a field. The page itself writes points, so in a field for real numbers a single point is the
 * decimal mark: `1.500` is 1.5. `1,500` there is 1500 to one writer and 1.5 to another and is not taken. In a field for
 * whole numbers a comma before three digits groups them: `1,000` is 1000; `1.000` is not taken, for the page's own point
 * would make it 1. What has a fraction stays one (`1.5`), for the field to refuse.
 */
export function typedNumber(text: string, whole: boolean): TypedNumber {
  const { point, comma, unit } = numberReadings(text)
  if (unit !== '' && unit !== '%') return { kind: 'none' }
  if (Number.isNaN(point)) return Number.isNaN(comma) ? { kind: 'none' } : { kind: 'number', value: comma }
  if (Number.isNaN(comma) || point === comma) return { kind: 'number', value: point }
  const byComma = text.normalize('NFKC').includes(',')
  if (whole ? byComma : !byComma) return { kind: 'number', value: point }
  return { kind: 'ambiguous', readings: point > comma ? [point, comma] : [comma, point] }
}

/** Whether the text is a number in at least one reading. */
export function isNumberText(text: string): boolean {
  const { point, comma } = numberReadings(text)
  return !(Number.isNaN(point) && Number.isNaN(comma))
}
