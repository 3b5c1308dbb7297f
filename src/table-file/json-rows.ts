/**
 * Turns JSON that holds a table into rows of cells: a list of objects or of lists, one a line or all in one,
 * an object of columns, or pandas' {columns, data}. Numbers keep all their digits as text; null is an empty
 * cell.
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

function rowsOfJson(value: unknown): JsonTable | null {
  if (Array.isArray(value)) return ofList(value)
  if (!isObject(value) || OURS.some((key) => Object.hasOwn(value, key))) return null
  if (Array.isArray(value.columns) && Array.isArray(value.data))
    return ofRows([value.columns, ...value.data], true)
  const columns = Object.entries(value)
  const lists = columns.every(([, cells]) => Array.isArray(cells) || isObject(cells))
  if (!lists || columns.length === 0) {
    const inside = columns.filter(([, list]) => Array.isArray(list) && list.length > 0 && list.every(isRow))
    return inside.length === 1 ? ofList(inside[0]![1] as readonly unknown[]) : null
  }
  // Columns by name, each a list or, as pandas writes them, an object by row.
  const cells = columns.map(([, list]) => Object.values(list as object))
  if (columns.length === 1) return isRow(cells[0]![0]) ? ofList(cells[0]!) : null
  const count = Math.max(...cells.map((list) => list.length))
  const rows = Array.from({ length: count }, (_, i) => cells.map((list) => list[i]))
  return ofRows([columns.map(([name]) => name), ...rows], true)
}

function ofList(list: readonly unknown[]): JsonTable | null {
  if (list.length === 0 || !list.every(isRow)) return null
  if (list.every((row) => Array.isArray(row))) return ofRows(list as readonly (readonly unknown[])[], null)
  if (list.some((row) => Array.isArray(row) || OURS.some((key) => Object.hasOwn(row, key)))) return null
  const objects = list as readonly Readonly<Record<string, unknown>>[]
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))]
  return ofRows([names, ...objects.map((row) => names.map((name) => row[name]))], true)
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
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRow = (value: unknown): value is Row => isObject(value) || Array.isArray(value)

function parsed(text: string): unknown {
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
