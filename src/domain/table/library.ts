/**
 * The tables that are known somewhere: the page has a library, and so has a worker that opens files. Whatever has to find
 * a table by its digest is handed one.
 */
import { type ReadTable, Table, type TableContents } from './table.ts'
import { tableFromJson } from './table-json.ts'

export interface Tables {
  find(digest: string): Table | undefined
  /** Returns the one to use: of equal tables a library has only one, which takes the name that was given last. */
  keep(table: Table): Table
}

export class TableLibrary implements Tables {
  readonly #tables = new Map<string, Table>()

  find(digest: string): Table | undefined {
    return this.#tables.get(digest)
  }

  keep(table: Table): Table {
    const known = this.#tables.get(table.digest)
    if (known === undefined) this.#tables.set(table.digest, table)
    else known.rename(table.name)
    return known ?? table
  }
}

/** Knows no table and keeps none: a table that is written out, or that an experiment carries, is used as it is. */
export const NO_TABLES: Tables = { find: () => undefined, keep: (table) => table }

/** A table from elsewhere, checked and kept. */
export function keepTable(contents: TableContents, tables: Tables): ReadTable {
  return kept(Table.of(contents), tables)
}

/**
 * What stands for a table in an experiment: the table itself, one that is written out (docs/experiment-format.md,
 * `data.rows`), or a reference to one that the library has. Never throws.
 */
export function readTable(value: unknown, tables: Tables): ReadTable {
  if (typeof value !== 'object' || value === null) return { ok: false, problem: { kind: 'table-shape' } }
  if ('digest' in value && !(value instanceof Table)) {
    const table = tables.find(String(value.digest))
    return table ? { ok: true, table } : { ok: false, problem: { kind: 'table-gone' } }
  }
  return kept(value instanceof Table ? { ok: true, table: value } : tableFromJson(value), tables)
}

function kept(read: ReadTable, tables: Tables): ReadTable {
  return read.ok ? { ok: true, table: tables.keep(read.table) } : read
}
