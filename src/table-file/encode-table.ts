/**
 * Turns a read file and a person's choices into the numbers of a table. Categories become columns of 0 and 1,
 * one for each value; for two values one column is enough. A date becomes days since the first in the file,
 * or its parts.
 */

import { MOST_COLUMNS, type TableContents, type TableProblem } from '../domain/table/table.ts'
import { withValidation } from '../domain/table/validation-rows.ts'
import { type Column, MISSING } from './columns.ts'
import { partsOfDay } from './dates.ts'
import { MOST_CATEGORIES } from './plan.ts'
import type { RawTable } from './read-table.ts'

/** How a column becomes inputs: one, one for each of its values, or the parts of a date. */
export type Use = 'number' | 'category' | 'days' | 'date-parts' | 'hours'

export interface TableChoices {
  /** Number of the column that is predicted. */
  readonly target: number
  readonly task: 'classes' | 'regression'
  /** Numbers of the input columns. */
  readonly inputs: readonly number[]
  /** How columns are used, by their numbers, where that is not the first of their uses. */
  readonly uses: Readonly<Record<number, Use>>
  /** Number of the column that says which part a row belongs to. */
  readonly part: number | null
  /**
   * Rows with an input missing are left out, or given the column's mean or most frequent value: that of the training
   * rows where the table names them, of all rows where it does not. Rows without a target or a part are always left out.
   */
  readonly missing: 'drop' | 'fill'
}

export type Encoded =
  | {
      readonly ok: true
      readonly contents: TableContents
      readonly dropped: number
      readonly filled: number
      /** Training rows that became the validation part, of which the table has none. */
      readonly held: number
    }
  | { readonly ok: false; readonly problem: TableProblem }

const NAMES_OF_TARGETS = /^(target|label|class|classes|y|output|species|outcome|目标|标签|类别|分类)$/i

/** What is written for each part, in the order train, validation, test. */
const PART_WORDS = [
  ['train', 'training', '训练', '训练集'],
  ['validation', 'valid', 'val', 'dev', '验证', '验证集'],
  ['test', 'testing', '测试', '测试集'],
] as const

function partOfWord(word: string): number {
  const plain = word.toLowerCase()
  return PART_WORDS.findIndex((words) => (words as readonly string[]).includes(plain))
}

/** Whether every value names a part. */
export function namesParts({ words, codes }: ColumnOutline): boolean {
  return codes !== null && words.length > 1 && words.every((word) => partOfWord(word) >= 0)
}

/** Whether the rows of the validation part must be taken from the training rows: the column knows no others. */
export function lacksValidation(column: ColumnOutline): boolean {
  return namesParts(column) && !column.words.some((word) => partOfWord(word) === 1)
}

/** The parts of a column that the choice of its use depends on. */
type ColumnOutline = Pick<Column, 'name' | 'kind' | 'words' | 'numeric' | 'present'> & {
  readonly codes: unknown
}

/** The uses of a column as an input, the usual one first; empty if it cannot be an input. */
export function usesOf({
  kind,
  codes,
  words,
  numeric,
}: Omit<ColumnOutline, 'name' | 'present'>): readonly Use[] {
  const few = codes !== null && words.length > 1 && words.length <= MOST_CATEGORIES
  switch (kind) {
    case 'number':
      return few ? ['number', 'category'] : ['number']
    case 'category':
      return ['category']
    case 'date':
      return ['days', 'date-parts']
    case 'time':
      return ['hours']
    case 'id':
      return [...(numeric ? (['number'] as const) : []), ...(few ? (['category'] as const) : [])]
    case 'text':
    case 'constant':
    case 'empty':
      return []
    default:
      return kind satisfies never
  }
}

/** Dates, times and what names a row are inputs only where a person asks for it. */
export const isUsualInput = ({ kind }: Pick<Column, 'kind'>) => kind === 'number' || kind === 'category'

export function canBeTarget(column: ColumnOutline): boolean {
  const { kind } = column
  return kind === 'number' || (canBeClasses(column) && kind !== 'id' && kind !== 'date' && kind !== 'time')
}

export function canBeClasses({ codes, kind }: Pick<ColumnOutline, 'codes' | 'kind'>): boolean {
  return codes !== null && kind !== 'empty'
}

/** A few different whole numbers that come again and again are usually classes; other numbers are not. */
export function likelyTask(column: ColumnOutline): TableChoices['task'] {
  // A table of dates alone has no better target than one of them.
  if (column.kind !== 'number') return canBeClasses(column) ? 'classes' : 'regression'
  const { codes, words, present } = column
  const few = codes !== null && words.length <= Math.min(10, present / 2)
  return few && words.every((word) => /^-?\d+$/.test(word)) ? 'classes' : 'regression'
}

/**
 * The likely choices: the target is the column with a usual target's name or else the last, and all usual
 * inputs predict it.
 */
export function firstChoices(columns: readonly ColumnOutline[]): TableChoices {
  const part = columns.findIndex(namesParts)
  const usable = columns.flatMap((column, i) => (isUsualInput(column) && i !== part ? [i] : []))
  const named = usable.find((i) => NAMES_OF_TARGETS.test(columns[i]!.name))
  const target = named ?? usable.at(-1) ?? columns.length - 1
  return {
    target,
    task: likelyTask(columns[target]!),
    inputs: usable.filter((i) => i !== target),
    uses: {},
    part: part < 0 ? null : part,
    missing: 'drop',
  }
}

export function encodeTable(raw: RawTable, choices: TableChoices): Encoded {
  const target = raw.columns[choices.target]!
  const inputs = choices.inputs.map((i) => {
    const column = raw.columns[i]!
    return {
      column,
      use: choices.uses[i] ?? usesOf(column)[0] ?? (column.numeric ? 'number' : 'category'),
    } as const
  })
  const part = choices.part === null ? null : raw.columns[choices.part]!
  const asClasses = choices.task === 'classes'
  const has = (column: Column, row: number, words: boolean) =>
    words ? column.codes?.[row] !== MISSING : !Number.isNaN(column.numbers[row]!)
  const whole = (row: number) => inputs.every(({ column, use }) => has(column, row, use === 'category'))
  const answered = rowsWhere(
    raw.count,
    (row) => has(target, row, asClasses) && (part === null || has(part, row, true)),
  )
  const kept = choices.missing === 'drop' ? answered.filter(whole) : answered
  if (kept.length === 0) return { ok: false, problem: { kind: 'table-empty' } }
  const { classes, classOf } = asClasses ? classesOf(target, kept) : { classes: [], classOf: null }
  const targets = Float64Array.from(kept, (row) =>
    classOf ? classOf[target.codes![row]!]! : target.numbers[row]!,
  )
  const named = part && Uint8Array.from(kept, (row) => partOfWord(part.words[part.codes![row]!]!))
  const partOf = named && withValidation(named, targets, classes.length)
  const typical = partOf ? kept.filter((_, i) => partOf[i] === 0) : kept
  const spread = inputs.flatMap(({ column, use }) => encoding(column, use, kept, typical))
  if (spread.length > MOST_COLUMNS)
    return { ok: false, problem: { kind: 'table-too-large', rows: kept.length, columns: spread.length } }
  const numbers = new Float64Array(kept.length * spread.length)
  for (const [j, { at }] of spread.entries())
    for (let i = 0; i < kept.length; i++) numbers[i * spread.length + j] = at(kept[i]!)
  const columns = spread.map(({ name }) => name)
  const contents = { columns, target: target.name, inputs: numbers, targets, classes, partOf }
  const filled = choices.missing === 'fill' ? kept.filter((row) => !whole(row)).length : 0
  return { ok: true, contents, dropped: raw.count - kept.length, filled, held: heldBack(named, partOf) }
}

/** Training rows that became the validation part. */
function heldBack(named: Uint8Array | null, partOf: Uint8Array | null): number {
  return named && partOf ? partOf.filter((part, i) => part !== named[i]).length : 0
}

function rowsWhere(count: number, wanted: (row: number) => boolean): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row).filter(wanted)
}

interface Encoding {
  readonly name: string
  readonly at: (row: number) => number
}

function encoding(column: Column, use: Use, kept: Uint32Array, typical: Uint32Array): Encoding[] {
  const { name, numbers } = column
  switch (use) {
    case 'number':
      return [averaged(name, numbers, typical)]
    case 'hours':
      return [averaged(`${name} (hours)`, numbers, typical)]
    case 'days': {
      const first = numbers.reduce((low, day) => (day < low ? day : low), Number.POSITIVE_INFINITY)
      const since = numbers.map((day) => day - first)
      return [averaged(`${name} (days)`, since, typical)]
    }
    case 'date-parts':
      return DATE_PARTS.flatMap((part) => {
        const values = numbers.map((day) => (Number.isNaN(day) ? Number.NaN : partsOfDay(day)[part]))
        return isOneValue(values, kept) ? [] : [averaged(`${name} (${part})`, values, typical)]
      })
    case 'category':
      return ofCategory(column, kept, typical)
    default:
      return use satisfies never
  }
}

const DATE_PARTS = ['year', 'month', 'weekday', 'hour'] as const

function isOneValue(values: Float64Array, rows: Uint32Array): boolean {
  const present = rows.filter((row) => !Number.isNaN(values[row]!))
  return present.every((row) => values[row] === values[present[0]!])
}

/** Where a value is missing, the mean. */
function averaged(name: string, numbers: Float64Array, typical: Uint32Array): Encoding {
  const mean = meanOf(numbers, typical)
  return { name, at: (row) => orElse(numbers[row]!, mean) }
}

function ofCategory(column: Column, kept: Uint32Array, typical: Uint32Array): Encoding[] {
  const codes = column.codes!
  const usual = mostFrequent(codes, typical, column.words.length)
  const seen = new Set(kept.map((row) => (codes[row] === MISSING ? usual : codes[row]!)))
  const present = [...column.words.keys()].filter((code) => seen.has(code))
  present.sort((a, b) => inOrder(column.words[a]!, column.words[b]!))
  // If only one value is left the column stays, and the table's own check reports that it is constant.
  return (present.length === 2 ? present.slice(1) : present).map((code) => ({
    name: `${column.name} = ${column.words[code]}`,
    at: (row) => Number((codes[row] === MISSING ? usual : codes[row]) === code),
  }))
}

const orElse = (value: number, other: number) => (Number.isNaN(value) ? other : value)

function meanOf(numbers: Float64Array, rows: Uint32Array): number {
  let [sum, count] = [0, 0]
  for (const row of rows) {
    const value = numbers[row]!
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count === 0 ? 0 : sum / count
}

function mostFrequent(codes: Uint16Array, rows: Uint32Array, words: number): number {
  const counts = new Uint32Array(words)
  for (const row of rows) if (codes[row] !== MISSING) counts[codes[row]!]!++
  return counts.indexOf(Math.max(...counts))
}

/** Class names as they are sorted, and the class of each word. */
function classesOf({ words, codes }: Column, kept: Uint32Array) {
  const seen = new Set(kept.map((row) => codes![row]!))
  const present = [...seen].sort((a, b) => inOrder(words[a]!, words[b]!))
  const classOf = new Float32Array(words.length)
  for (const [i, code] of present.entries()) classOf[code] = i
  return { classes: present.map((code) => words[code]!), classOf }
}

/** Numbers by size, words by their letters. */
function inOrder(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  return Number.isNaN(difference) ? (a < b ? -1 : a > b ? 1 : 0) : difference
}
