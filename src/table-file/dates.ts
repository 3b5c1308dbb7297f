/**
 * Dates and times of day as people and programs write them. A date is a count of days from 1970-01-01, with the time of
 * day as its fraction; no zone is applied, so that equal texts are equal days everywhere. `3/4/2021` has two readings.
 */

/**
 * The order of a column's dates: ISO's and everything that names the year or month first or in words, day
 * first, month first; or times of day alone.
 */
export type DateOrder = 'year-first' | 'day-first' | 'month-first' | 'time'

/** The days, or the hours of a time of day, in each reading that the text has. */
export type DateReadings = Partial<Record<DateOrder, number>>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Months that begin otherwise in German, Dutch, French, Italian, Spanish and Portuguese; of two beginnings the longer holds. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  ...{ mär: 3, mrz: 3, mrt: 3, mai: 5, mei: 5, okt: 10, dez: 12 },
  ...{ fév: 2, fev: 2, avr: 4, juin: 6, juil: 7, aoû: 8, aou: 8, déc: 12 },
  ...{ gen: 1, mag: 5, giu: 6, lug: 7, ago: 8, set: 9, ott: 10, dic: 12, ene: 1, abr: 4, out: 10 },
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?`
const AFTER = String.raw`(?:(?:t|\s+|,\s*)${TIME})?`
const shape = (date: string) => new RegExp(`^${date}${AFTER}$`, 'iu')

const YEAR_FIRST = shape(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`)
const CHINESE = shape(String.raw`(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?`)
const DAY_OR_MONTH = shape(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})`)
const MONTH_ALONE = /^(\d{4})-(\d{2})$/
const DAY_NAMED = shape(String.raw`(\d{1,2})\.?[\s-]?(\p{L}{3,10})\.?,?[\s-]?(\d{4}|\d{2})`)
const NAMED_DAY = shape(String.raw`(\p{L}{3,10})\.?\s(\d{1,2}),?\s(\d{4})`)
const NAMED_YEAR = /^(\p{L}{3,10})\.?[\s-](\d{4})$/iu
const TIME_ALONE = new RegExp(`^${TIME}$`, 'iu')
/** A weekday before a date adds nothing and is skipped. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i

export function dateReadings(cell: string): DateReadings {
  if (cell.length > 48 || !/\d/.test(cell)) return {}
  const text = withAsciiTime(cell.normalize('NFKC').trim().replace(WEEKDAY, ''))
  let found = YEAR_FIRST.exec(text)
  if (found) return yearFirst(days(found[1]!, found[3]!, found[4]!), found.slice(5))
  found = DAY_OR_MONTH.exec(text)
  if (found) return dayOrMonth(found)
  found = MONTH_ALONE.exec(text)
  if (found) return yearFirst(days(found[1]!, found[2]!, '1'), [])
  found = TIME_ALONE.exec(text)
  if (found) return only('time', hoursOf(found.slice(1)))
  found = CHINESE.exec(text)
  if (found) return yearFirst(days(found[1]!, found[2]!, found[3] ?? '1'), found.slice(4))
  found = DAY_NAMED.exec(text)
  if (found) return yearFirst(days(century(found[3]!), monthOf(found[2]!), found[1]!), found.slice(4))
  found = NAMED_DAY.exec(text)
  if (found) return yearFirst(days(found[3]!, monthOf(found[1]!), found[2]!), found.slice(4))
  found = NAMED_YEAR.exec(text)
  return found ? yearFirst(days(found[2]!, monthOf(found[1]!), '1'), []) : {}
}

/** `下午3时05分` as `3:05 pm`. */
const withAsciiTime = (text: string) =>
  /[时時点點午]/.test(text)
    ? text
        .replace(/(?<=\d)\s?[时時点點]\s?(?=\d)/, ':')
        .replace(/(?<=\d)\s?分\s?(?=\d)/, ':')
        .replace(/(?<=:\d+)[分秒]$/, '')
        .replace(/([上下])午\s?([\d:]+)$/, (_, half, time) => ` ${time} ${half === '上' ? 'am' : 'pm'}`)
        .replace(/\s+/g, ' ')
        .trim()
    : text

/** Eight digits that are a day of a likely century: a column of nothing else may be dates. */
export function compactDate(cell: string): number {
  const found = /^(19|20)(\d{2})(\d{2})(\d{2})$/.exec(cell.trim())
  return found ? days(found[1]! + found[2]!, found[3]!, found[4]!) : Number.NaN
}

const only = (order: DateOrder, value: number): DateReadings =>
  Number.isNaN(value) ? {} : { [order]: value }

const yearFirst = (day: number, time: readonly (string | undefined)[]) => only('year-first', at(day, time))

function dayOrMonth(found: RegExpExecArray): DateReadings {
  const [, first = '', mark, second = '', year = ''] = found
  const time = found.slice(5)
  const dayFirst = at(days(century(year), second, first), time)
  // Dates with full stops never have the month first.
  const monthFirst = mark === '.' ? Number.NaN : at(days(century(year), first, second), time)
  return { ...only('day-first', dayFirst), ...only('month-first', monthFirst) }
}

function days(year: string, month: string, day: string): number {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return Number.NaN
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  return date.getUTCMonth() === m - 1 ? date.getTime() / 86_400_000 : Number.NaN
}

function at(day: number, time: readonly (string | undefined)[]): number {
  return time[0] === undefined ? day : day + hoursOf(time) / 24
}

function hoursOf([hour, minute, second = '0', fraction = '0', half]: readonly (
  | string
  | undefined
)[]): number {
  let h = Number(hour)
  const [m, s] = [Number(minute), Number(`${second}.${fraction}`)]
  if (half !== undefined) {
    if (h < 1 || h > 12) return Number.NaN
    h = (h % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  return h <= 24 && m < 60 && s < 61 ? h + m / 60 + s / 3600 : Number.NaN
}

/** Years of two digits get the century that POSIX gives them. */
const century = (year: string) =>
  year.length === 4 ? year : String(Number(year) + (Number(year) < 69 ? 2000 : 1900))

function monthOf(name: string): string {
  const [start, longer] = [3, 4].map((length) => name.toLowerCase().slice(0, length)) as [string, string]
  return String(OTHER_MONTHS[longer] ?? OTHER_MONTHS[start] ?? MONTHS.indexOf(start) + 1)
}

export interface DayParts {
  readonly year: number
  readonly month: number
  /** Monday is 1. */
  readonly weekday: number
  readonly hour: number
}

export function partsOfDay(day: number): DayParts {
  const date = new Date(Math.floor(day) * 86_400_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
    hour: 24 * (day - Math.floor(day)),
  }
}

/** The date as ISO writes it. */
export function isoDay(day: number): string {
  return new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10)
}
