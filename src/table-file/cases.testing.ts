/** Tables read as the page reads them, and what their columns are. */
import { readFileSync } from 'node:fs'
import { encodeTable, firstChoices } from './encode-table.ts'
import { AS_FOUND, type ReadOptions } from './options.ts'
import type { RawTable } from './read-table.ts'
import { readTable } from './read-table.ts'

export function table(text: string, options: Partial<ReadOptions> = {}): RawTable {
  const result = readTable(text, { ...AS_FOUND, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.table
}

export const file = (name: string) => readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8')

export const names = ({ columns }: RawTable) => columns.map(({ name }) => name)
export const kinds = ({ columns }: RawTable) => columns.map(({ kind }) => kind)
export const numbers = ({ columns }: RawTable, column: number) => Array.from(columns[column]!.numbers)
export const asked = ({ columns }: RawTable) =>
  columns.filter(({ question }) => question?.found === null).length
export const rows = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n')

export function contents(raw: RawTable, choices = firstChoices(raw.columns)) {
  const encoded = encodeTable(raw, choices)
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.problem))
  return encoded.contents
}

/** What a test says of a table; only what it names is compared. */
export interface Wanted {
  readonly names?: readonly string[]
  readonly count?: number
  readonly kinds?: readonly string[]
  readonly header?: boolean
  readonly delimiter?: string
  readonly asked?: number
  readonly missing?: readonly number[]
  readonly inputs?: readonly number[]
  readonly target?: number
  /** The numbers of columns, and their words. */
  readonly col?: Readonly<Record<number, readonly number[]>>
  readonly words?: Readonly<Record<number, readonly string[]>>
  readonly problem?: { readonly kind: string; readonly line?: number; readonly lines?: readonly number[] }
}

/** The same of the table that the page reads. */
export function outline(text: string, wanted: Wanted): Wanted {
  const result = readTable(text, AS_FOUND)
  if (!result.ok) return { problem: picked(result.problem, wanted.problem) as Wanted['problem'] & object }
  const raw = result.table
  const choices = firstChoices(raw.columns)
  const of = <T>(columns: object | undefined, value: (column: number) => T) =>
    Object.fromEntries(Object.keys(columns ?? {}).map((i) => [i, value(Number(i))]))
  const all = {
    ...{ names: names(raw), count: raw.count, kinds: kinds(raw), asked: asked(raw) },
    ...{ header: raw.decisions.header, delimiter: raw.decisions.delimiter },
    ...{ inputs: choices.inputs, target: choices.target },
    missing: raw.columns.map(({ missing }) => missing),
    col: of(wanted.col, (i) => numbers(raw, i)),
    words: of(wanted.words, (i) => [...raw.columns[i]!.words]),
  }
  return picked(all, wanted)
}

const picked = (all: object, wanted: object | undefined) =>
  Object.fromEntries(
    Object.entries(all).filter(([key]) => wanted === undefined || Object.hasOwn(wanted, key)),
  )
