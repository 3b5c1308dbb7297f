/** Samples a person drew or read in, as literals that Python and JavaScript both read. */
import type { Table, TableInfo } from '../domain/table/table.ts'
import { tableToJson } from '../domain/table/table-json.ts'
import { type CodeLine, line, WIDTH } from './lines.ts'

/** The file from which a program reads a larger table; the page saves it beside the program. */
export const TABLE_FILE = 'fitting-room-table.json'

/** The most numbers that a program contains itself. */
const INLINE = 3000

export const isInline = ({ count, columns }: TableInfo): boolean => count * (columns.length + 1) <= INLINE

/** As many items on a line as fit, each followed by a comma. */
export function filled(items: readonly string[], indent: string): string[] {
  const rows: string[] = []
  for (const item of items) {
    const row = rows.at(-1)
    const longer = row === undefined ? undefined : `${row} ${item},`
    if (longer === undefined || longer.length > WIDTH) rows.push(`${indent}${item},`)
    else rows[rows.length - 1] = longer
  }
  return rows
}

/** The table as an object literal, under the names that its JSON has. */
export function tableLiteral(table: Table, head: string, indent: string): CodeLine[] {
  const json = tableToJson(table) as Record<string, unknown[]>
  const said = (text: string) => line(text, 'rows')
  return [
    said(`${head}{`),
    ...['inputs', 'targets', 'part'].flatMap((key) => {
      const values = json[key]
      if (values === undefined) return []
      const items = values.map((value) => JSON.stringify(value).replaceAll(',', ', '))
      return [said(`${indent}"${key}": [`), ...filled(items, indent + indent).map(said), said(`${indent}],`)]
    }),
    said('}'),
  ]
}
