/**
 * A person's own table. An experiment carries a reference, not the numbers: fifty thousand rows are looked at, compared
 * and sent to workers as one short record. The numbers are kept here by what they are: the same rows have the same
 * digest, whoever read them. Nothing but `readTable` and `internTable` adds to them, and nothing changes them.
 */
import type { Source } from './source.ts'
import { withValidation } from './validation-rows.ts'

/** What a table is, without its numbers. */
export interface TableInfo {
  readonly digest: string
  readonly count: number
  /** Names of the inputs, as many as a row has numbers, and of what is predicted. */
  readonly columns: readonly string[]
  readonly target: string
  /** Class names; empty where numbers are predicted. */
  readonly classes: readonly string[]
  /** Lowest and highest value of each column, then of the target. */
  readonly ranges: readonly (readonly [number, number])[]
  /** Rows in each part, where the table says which part a row belongs to. */
  readonly parts: { readonly train: number; readonly validation: number; readonly test: number } | null
}

export interface Table extends TableInfo {
  /** What its file is called: for people, and no part of what the table is. */
  readonly name?: string | undefined
  readonly source: Source
}

/** What is wrong with a table, in terms of its JSON: `row` and `column` from 1. */
export type TableProblem =
  | { readonly kind: 'table-shape' }
  | { readonly kind: 'table-empty' }
  | { readonly kind: 'table-ragged'; readonly row: number; readonly found: number; readonly expected: number }
  | { readonly kind: 'table-value'; readonly row: number; readonly column: number; readonly received: string }
  | { readonly kind: 'table-target'; readonly row: number; readonly received: string }
  | { readonly kind: 'table-targets'; readonly row: number; readonly found: number }
  | { readonly kind: 'table-counts'; readonly inputs: number; readonly targets: number }
  | { readonly kind: 'table-one-class'; readonly name: string }
  | { readonly kind: 'table-many-classes'; readonly classes: number; readonly rows: number }
  | { readonly kind: 'table-constant'; readonly column: string }
  | { readonly kind: 'table-too-large'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'table-part'; readonly row: number; readonly received: string }
  | { readonly kind: 'table-part-empty'; readonly part: 'train' | 'validation' | 'test' }
  | { readonly kind: 'table-too-few'; readonly rows: number }
  /** A reference to rows that are not on this page. */
  | { readonly kind: 'table-gone' }

export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200
/** Each part needs at least one row. */
export const FEWEST_ROWS = 3

export type ReadTable =
  | { readonly ok: true; readonly table: TableInfo }
  | { readonly ok: false; readonly problem: TableProblem }

const tables = new Map<string, Table>()

/** The numbers behind a reference; undefined where this page never read them. */
export function tableOf(digest: string): Table | undefined {
  return tables.get(digest)
}

/** A table as JSON (docs/experiment-format.md, `data.rows`), or a reference to one that is here → a reference. Never throws. */
export function readTable(value: unknown): ReadTable {
  if (typeof value !== 'object' || value === null) return refused({ kind: 'table-shape' })
  const known = 'digest' in value ? tables.get(String(value.digest)) : undefined
  if (known) return { ok: true, table: infoOf(known) }
  if ('digest' in value) return refused({ kind: 'table-gone' })
  return fromJson(value as Record<string, unknown>)
}

/** The JSON that `readTable` reads, numbers and all. */
export function tableToJson(digest: string): object | undefined {
  const table = tables.get(digest)
  if (!table) return undefined
  const { name, columns, target, classes, count, source } = table
  const size = columns.length
  return {
    ...(name !== undefined && { name }),
    columns: [...columns],
    target,
    inputs: Array.from({ length: count }, (_, i) =>
      Array.from(source.inputs.subarray(i * size, (i + 1) * size)),
    ),
    targets: Array.from(source.targets, (value) => (classes.length > 0 ? classes[value]! : value)),
    ...(source.partOf && { part: Array.from(source.partOf, (part) => PART_NAMES[part]!) }),
  }
}

/** Kept in float32 where that loses nothing: tables that were stored so have the digest and the runs they had. */
export type Numbers = Float32Array | Float64Array

export interface TableContents {
  readonly columns: readonly string[]
  readonly target: string
  /** Row-major. */
  readonly inputs: Numbers
  /** Numbers to predict, or numbers of classes. */
  readonly targets: Numbers
  readonly classes: readonly string[]
  readonly partOf: Uint8Array | null
  /** What its file is called, for people. */
  readonly name?: string | undefined
}

/** Checks what any table must be, and keeps it. Without validation rows, some of the training rows become these. */
export function internTable(given: TableContents): ReadTable {
  const { columns, classes } = given
  const [inputs, targets] = [narrowed(given.inputs), narrowed(given.targets)]
  const partOf = given.partOf && withValidation(given.partOf, targets, classes.length)
  const contents = { ...given, inputs, targets, partOf }
  const count = targets.length
  const problem = flaw(contents)
  if (problem) return refused(problem)
  const digest = digestOf(contents)
  const table: Table = {
    digest,
    count,
    columns,
    target: given.target,
    classes,
    ranges: [...columns.map((_, j) => rangeOf(inputs, j, columns.length)), rangeOf(targets, 0, 1)],
    parts: partOf && {
      train: occurrences(partOf, 0),
      validation: occurrences(partOf, 1),
      test: occurrences(partOf, 2),
    },
    source: { inputs, targets, ...(partOf && { partOf }) },
  }
  // A table that is read again under another name stays the same table and takes the new name.
  const known = tables.get(digest)
  tables.set(digest, { ...(known ?? table), name: given.name?.slice(0, LONGEST_NAME) ?? known?.name })
  return { ok: true, table: infoOf(table) }
}

/** The longest name, in characters. */
const LONGEST_NAME = 80

const refused = (problem: TableProblem): ReadTable => ({ ok: false, problem })

function narrowed(numbers: Numbers): Numbers {
  if (numbers instanceof Float32Array) return numbers
  return numbers.every((value) => Math.fround(value) === value) ? Float32Array.from(numbers) : numbers
}

function infoOf({ source: _, name: __, ...info }: Table): TableInfo {
  return info
}

const PART_NAMES = ['train', 'validation', 'test'] as const

function flaw({ columns, inputs, targets, classes, partOf }: TableContents): TableProblem | null {
  const count = targets.length
  if (count === 0 || columns.length === 0) return { kind: 'table-empty' }
  if (count < FEWEST_ROWS) return { kind: 'table-too-few', rows: count }
  if (count > MOST_ROWS || columns.length > MOST_COLUMNS)
    return { kind: 'table-too-large', rows: count, columns: columns.length }
  if (classes.length === 1) return { kind: 'table-one-class', name: classes[0]! }
  if (classes.length > count / 2) return { kind: 'table-many-classes', classes: classes.length, rows: count }
  for (const [j, column] of columns.entries()) {
    const [low, high] = rangeOf(inputs, j, columns.length)
    if (low === high) return { kind: 'table-constant', column }
  }
  if (partOf)
    for (const [i, part] of PART_NAMES.entries())
      if (occurrences(partOf, i) === 0) return { kind: 'table-part-empty', part }
  return null
}

function occurrences(values: Uint8Array, wanted: number): number {
  return values.reduce((sum, value) => sum + Number(value === wanted), 0)
}

function rangeOf(values: Numbers, column: number, columns: number): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = column; at < values.length; at += columns) {
    low = Math.min(low, values[at]!)
    high = Math.max(high, values[at]!)
  }
  return [low, high]
}

function fromJson(value: Record<string, unknown>): ReadTable {
  const { inputs, targets: given, part } = value
  if (!Array.isArray(inputs) || !Array.isArray(given)) return refused({ kind: 'table-shape' })
  const several = given.findIndex((target) => Array.isArray(target) && target.length !== 1)
  if (several >= 0) return refused({ kind: 'table-targets', row: several + 1, found: given[several].length })
  // A number may stand in a list of its own, as a column of targets is often kept.
  const targets = given.map((target: unknown) =>
    Array.isArray(target) && typeof target[0] === 'number' ? target[0] : target,
  )
  if (inputs.length === 0) return refused({ kind: 'table-empty' })
  if (inputs.length !== targets.length)
    return refused({ kind: 'table-counts', inputs: inputs.length, targets: targets.length })
  const size = Array.isArray(inputs[0]) ? inputs[0].length : 0
  if (inputs.length > MOST_ROWS || size > MOST_COLUMNS)
    return refused({ kind: 'table-too-large', rows: inputs.length, columns: size })
  const numbers = new Float64Array(inputs.length * size)
  for (const [i, row] of inputs.entries()) {
    if (!Array.isArray(row)) return refused({ kind: 'table-shape' })
    if (row.length !== size)
      return refused({ kind: 'table-ragged', row: i + 1, found: row.length, expected: size })
    for (let j = 0; j < size; j++) {
      if (!Number.isFinite(row[j]))
        return refused({ kind: 'table-value', row: i + 1, column: j + 1, received: shown(row[j]) })
      numbers[i * size + j] = row[j] as number
    }
  }
  const names = classNames(targets)
  const wrong = targets.findIndex((target) => names.length === 0 && !Number.isFinite(target))
  if (wrong >= 0) return refused({ kind: 'table-target', row: wrong + 1, received: shown(targets[wrong]) })
  const partOf = part === undefined ? null : partsFrom(part, inputs.length)
  if (partOf !== null && 'kind' in partOf) return refused(partOf)
  const classOf = new Map(names.map((name, i) => [name, i]))
  return internTable({
    columns: namesFrom(value.columns, size) ?? Array.from({ length: size }, (_, j) => `x${j + 1}`),
    target: typeof value.target === 'string' ? value.target : 'y',
    inputs: numbers,
    targets: Float64Array.from(targets, (target) =>
      names.length > 0 ? classOf.get(target as string)! : Number(target),
    ),
    classes: names,
    partOf,
    name: typeof value.name === 'string' ? value.name : undefined,
  })
}

/** Targets that are words are classes, in the order of their names; numbers are numbers. */
function classNames(targets: readonly unknown[]): string[] {
  if (!targets.every((target) => typeof target === 'string')) return []
  return [...new Set(targets)].sort((a, b) => (a < b ? -1 : 1))
}

function namesFrom(value: unknown, size: number): string[] | null {
  return Array.isArray(value) && value.length === size && value.every((name) => typeof name === 'string')
    ? value
    : null
}

function partsFrom(value: unknown, count: number): Uint8Array | TableProblem {
  if (!Array.isArray(value) || value.length !== count) return { kind: 'table-shape' }
  const unknown = value.findIndex((part) => !PART_NAMES.includes(part))
  if (unknown >= 0) return { kind: 'table-part', row: unknown + 1, received: shown(value[unknown]) }
  return Uint8Array.from(value, (part) => PART_NAMES.indexOf(part))
}

const shown = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 40) : typeof value === 'object' ? 'object' : String(value)

/** 64 bits of the contents, as text: FNV-1a over their words of 32 bits, in two lanes. */
function digestOf({ columns, target, classes, inputs, targets, partOf }: TableContents): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  const absorb = (words: ArrayLike<number>) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      a = Math.imul(a ^ word ^ (a >>> 15), 0x01000193)
      b = Math.imul(b ^ word ^ (a >>> 24), 0x85ebca6b)
    }
  }
  const names = JSON.stringify([columns, target, classes])
  absorb(Uint16Array.from(names, (char) => char.charCodeAt(0)))
  for (const { buffer, byteOffset, byteLength } of [inputs, targets])
    absorb(new Int32Array(buffer, byteOffset, byteLength / 4))
  if (partOf) absorb(partOf)
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
