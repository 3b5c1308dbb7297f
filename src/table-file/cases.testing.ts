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
