/**
 * Turns JSON that holds a table into rows of cells: a list of objects or of lists, one a line or all in one, alone or
 * among remarks on it; an object of columns or of rows; or pandas' {columns, data}. Records within records are columns of
 * their own, `size.width`. Numbers keep all their digits as text; null is an empty cell.
 */
import type { Rows } from './cells.ts'

export interface JsonTable {
  readonly rows: Rows
  readonly width: number
  /** Whether the first row holds names; null where the lists do not say. */
  readonly header: boolean | null
}

type Row = Readonly<Record<string, unknown>> | readonly unknown[]

/** Keys by which the page recognises its own JSON: runs, sweeps, tables. */
const OURS = ['version', 'runs', 'sweep', 'axes', 'experiment', 'inputs', 'targets', 'epochs']

/** Under what lists of rows and the list of their names stand beside each other. */
const NAMES = ['columns', 'fields', 'header', 'headers', 'names']
const ROWS = ['data', 'rows', 'values']

/** null where the text is no JSON that holds rows. */
export function jsonRows(text: string): JsonTable | null {
  if (!/^\s*[[{]/.test(text)) return null
  const value = parsed(text) ?? parsedLines(text)
  return value === undefined ? null : rowsOfJson(value)
}

/** Whether a value holds a table of rows, and is nothing that this page has saved. */
export const isJsonTable = (value: unknown): boolean => rowsOfJson(value) !== null

/** Whether every line of a text is a row of its own. */
export function isJsonLines(text: string): boolean {
  const end = text.search(/[\r\n]/)
  return end > 0 && isRow(parsed(text.slice(0, end)))
}

/** The first line that is no row where the first line is one; null where there is none. */
export function brokenLine(text: string): number | null {
  if (!isJsonLines(text)) return null
  const at = text.split('\n').findIndex((line) => line.trim() !== '' && !isRow(parsed(line)))
  return at < 0 ? null : at + 1
}

function rowsOfJson(value: unknown): JsonTable | null {
  if (Array.isArray(value)) return ofList(value)
  if (!isObject(value) || OURS.some((key) => Object.hasOwn(value, key))) return null
  const [names, data] = [listAt(value, NAMES), listAt(value, ROWS)]
  if (names && data?.every((row) => Array.isArray(row))) return ofRows([names, ...data], true)
  const entries = Object.entries(value)
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  const [table, ...others] = lists.filter(([, list]) => list.length > 0)
  if (table && others.length === 0 && table[1].every(isRow)) return ofList(table[1])
  if (lists.length === entries.length) return ofColumns(lists)
  if (entries.length < 2 || !entries.every(([, record]) => isObject(record))) return null
  return ofRecords(entries as readonly Named<Readonly<Record<string, unknown>>>[])
}

function listAt(value: Readonly<Record<string, unknown>>, keys: readonly string[]) {
  return keys.map((key) => value[key]).find((list): list is readonly unknown[] => Array.isArray(list))
}

type Named<T> = readonly [name: string, value: T]

/** Columns by name. Lists of different lengths are no columns of one table. */
function ofColumns(columns: readonly Named<readonly unknown[]>[]): JsonTable | null {
  const count = columns[0]?.[1].length ?? 0
  if (columns.length < 2 || columns.some(([, list]) => list.length !== count)) return null
  const rows = Array.from({ length: count }, (_, i) => columns.map(([, list]) => list[i]))
  return ofRows([columns.map(([name]) => name), ...rows], true)
}

/**
 * Columns by name with a record of their cells, or rows by name with a record of theirs, as pandas writes either. Numbers
 * name rows; where both have names, a table has more rows than columns.
 */
function ofRecords(records: readonly Named<Readonly<Record<string, unknown>>>[]): JsonTable | null {
  const outer = records.map(([name]) => name)
  const inner = [...new Set(records.flatMap(([, record]) => Object.keys(record)))]
  const areRows = !areNumbers(inner) && (areNumbers(outer) || outer.length > inner.length)
  if (areRows) return ofList(records.map(([, record]) => record))
  return ofRows([outer, ...inner.map((row) => records.map(([, record]) => record[row]))], true)
}

const areNumbers = (names: readonly string[]) => names.every((name) => /^\d+$/.test(name))

function ofList(list: readonly unknown[]): JsonTable | null {
  if (list.length === 0 || !list.every(isRow)) return null
  if (list.every((row) => Array.isArray(row))) return ofRows(list as readonly (readonly unknown[])[], null)
  if (list.some((row) => Array.isArray(row) || OURS.some((key) => Object.hasOwn(row, key)))) return null
  const objects = (list as readonly Readonly<Record<string, unknown>>[]).map(flat)
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))]
  return ofRows([names, ...objects.map((row) => names.map((name) => row[name]))], true)
}

/** The values of a record and of all records within it, by the names on the way to them. */
function flat(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.values(record).some(isObject)) return record
  const within = (value: unknown, path: string): [string, unknown][] =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => within(each, `${path}.${name}`))
      : [[path, value]]
  return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => within(value, name)))
}

function ofRows(rows: readonly (readonly unknown[])[], header: boolean | null): JsonTable | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return {
    width,
    header,
    rows: (take) => {
      for (const [i, row] of rows.entries()) if (!take(row.map(cellOf), i + 1)) break
      return { ok: true }
    },
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Without an exponent it would look like the name of something.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return value.toExponential()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRow = (value: unknown): value is Row => isObject(value) || Array.isArray(value)

/** Python and R write NaN and Infinity, which JSON does not know; they are missing values. */
const NO_JSON = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g

/** Whole numbers that a float64 may not hold, such as ids: they keep their digits as text. */
const NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const TOO_LONG = /^-?\d{16,}$/

function parsed(text: string): unknown {
  const whole = /\d{16}/.test(text)
    ? text.replace(NUMBER, (found) => (TOO_LONG.test(found) ? `"${found}"` : found))
    : text
  const value = strictly(whole)
  if (value !== undefined || !/NaN|Infinity/.test(whole)) return value
  return strictly(whole.replace(NO_JSON, (found) => (found.startsWith('"') ? found : 'null')))
}

function strictly(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads one JSON value from each line. */
function parsedLines(text: string): unknown {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed)
  return rows.length > 1 && rows.every(isRow) ? rows : undefined
}
