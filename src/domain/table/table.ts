/**
 * A person's own table. An experiment carries the table as one object, however many rows it has: they are shared, and
 * never copied or compared. What is sent to a worker, stored or compared of a `Table` is its `TableInfo`; whoever gets
 * that has to find the rows by the digest (library.ts). The same rows have the same digest, whoever read them.
 */
import { digestOf } from './digest.ts'
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
/** The longest name, in characters. */
const LONGEST_NAME = 80
/** In the order of their numbers in `partOf`. */
export const PART_NAMES = ['train', 'validation', 'test'] as const

export type ReadTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: TableProblem }

/** Kept in float32 where that loses nothing: tables that were stored so have the digest and the runs they had. */
export type Numbers = Float32Array | Float64Array

/** All of a table, as databases and workers get it: ten million numbers are copied without a look at each. */
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

export class Table implements TableInfo {
  // These fields are the record that a copy has, and their order is that of saved keys.
  readonly digest: string
  readonly count: number
  readonly columns: readonly string[]
  readonly target: string
  readonly classes: readonly string[]
  readonly ranges: readonly (readonly [number, number])[]
  readonly parts: TableInfo['parts']
  readonly #source: Source & { readonly inputs: Numbers; readonly targets: Numbers }
  #name: string | undefined

  private constructor({ columns, target, inputs, targets, classes, partOf, name }: TableContents) {
    this.digest = digestOf({ columns, target, inputs, targets, classes, partOf })
    this.count = targets.length
    this.columns = columns
    this.target = target
    this.classes = classes
    this.ranges = [...columns.map((_, j) => rangeOf(inputs, j, columns.length)), rangeOf(targets, 0, 1)]
    this.parts = partOf && {
      train: occurrences(partOf, 0),
      validation: occurrences(partOf, 1),
      test: occurrences(partOf, 2),
    }
    this.#source = { inputs, targets, ...(partOf && { partOf }) }
    this.rename(name)
  }

  /** Checks what any table must be. Without validation rows, some of the training rows become these. */
  static of(given: TableContents): ReadTable {
    const [inputs, targets] = [narrowed(given.inputs), narrowed(given.targets)]
    const partOf = given.partOf && withValidation(given.partOf, targets, given.classes.length)
    const contents = { ...given, inputs, targets, partOf }
    const problem = flaw(contents)
    return problem ? { ok: false, problem } : { ok: true, table: new Table(contents) }
  }

  get source(): Source {
    return this.#source
  }

  /** What its file is called: for people, and no part of what the table is. */
  get name(): string | undefined {
    return this.#name
  }

  /** A table that is read again under another name stays the same table and takes the new name. */
  rename(name: string | undefined): void {
    if (name !== undefined) this.#name = name.slice(0, LONGEST_NAME)
  }

  /** From which `Table.of` makes the table again, elsewhere. */
  contents(): TableContents {
    const { columns, target, classes, name } = this
    const { inputs, targets, partOf = null } = this.#source
    return { ...(name !== undefined && { name }), columns, target, classes, partOf, inputs, targets }
  }
}

function narrowed(numbers: Numbers): Numbers {
  if (numbers instanceof Float32Array) return numbers
  return numbers.every((value) => Math.fround(value) === value) ? Float32Array.from(numbers) : numbers
}

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
