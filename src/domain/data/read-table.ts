/**
 * The rows of a text file, as a parser delivers them → columns. Lines are those of the file: a quoted cell may hold
 * line breaks, and empty lines count. Nothing here knows where the text came from.
 */
import { type Column, ColumnReader, isMissing, numberOf } from './columns.ts'
import { MOST_ROWS } from './table.ts'

/** What keeps a file from being a table. */
export type FileProblem =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-header-only' }
  | { readonly kind: 'file-binary'; readonly spreadsheet: boolean }
  | { readonly kind: 'file-too-large'; readonly bytes: number }
  | { readonly kind: 'file-rows'; readonly most: number }
  | { readonly kind: 'file-columns'; readonly columns: number; readonly most: number }
  | { readonly kind: 'file-one-column' }
  | { readonly kind: 'file-ragged'; readonly line: number; readonly found: number; readonly expected: number }
  | { readonly kind: 'file-quote'; readonly line: number }
  | { readonly kind: 'file-unreadable' }

/** What was taken for granted, to be told beside the preview. */
export type FileNotice =
  | { readonly kind: 'no-header' }
  | { readonly kind: 'duplicate-name'; readonly name: string; readonly renamed: string }
  | { readonly kind: 'unnamed-column'; readonly column: number; readonly named: string }
  | { readonly kind: 'decimal-comma' }
  | { readonly kind: 'encoding'; readonly encoding: string }

export interface RawTable {
  readonly columns: readonly Column[]
  readonly count: number
  /** First rows as they stand in the file. */
  readonly preview: readonly (readonly string[])[]
  readonly header: boolean
  readonly notices: readonly FileNotice[]
}

export type ReadRows =
  | { readonly ok: true; readonly table: RawTable }
  | { readonly ok: false; readonly problem: FileProblem }

/** Columns of a file, of which a person takes at most MOST_COLUMNS. */
const MOST_FILE_COLUMNS = 1000
/** Rows by which header and decimal sign are judged. */
const JUDGED = 200
const PREVIEWED = 6

export interface ReadOptions {
  readonly delimiter: string
  /** Whether the first line holds names; null decides by what stands there. */
  readonly header: boolean | null
}

export class RowsReader {
  /** Rows that came before header and decimal sign were decided. */
  private waiting: { readonly row: readonly string[]; readonly line: number }[] | null = []
  private columns: ColumnReader[] = []
  private readonly preview: (readonly string[])[] = []
  private readonly notices: FileNotice[] = []
  private width = 0
  private header = false
  private count = 0
  private line = 1
  private problem: FileProblem | null = null

  constructor(private readonly options: ReadOptions) {}

  /** False once there is a problem: no further row will change it. */
  add(row: readonly string[]): boolean {
    const line = this.line
    this.line += 1 + row.reduce((sum, cell) => sum + lineBreaks(cell), 0)
    if (this.problem || row.every((cell) => cell.trim() === '')) return this.problem === null
    if (this.width === 0) this.width = row.length
    if (row.length !== this.width)
      this.problem = { kind: 'file-ragged', line, found: row.length, expected: this.width }
    else if (row.length > MOST_FILE_COLUMNS)
      this.problem = { kind: 'file-columns', columns: row.length, most: MOST_FILE_COLUMNS }
    else if (this.waiting) {
      this.waiting.push({ row, line })
      if (this.waiting.length > JUDGED) this.decide()
    } else this.take(row, line)
    return this.problem === null
  }

  finish(): ReadRows {
    if (!this.problem && this.waiting) this.decide()
    const problem = this.problem ?? this.shortage()
    if (problem) return { ok: false, problem }
    const columns = this.columns.map((column) => column.finish())
    const { count, preview, header, notices } = this
    return { ok: true, table: { columns, count, preview, header, notices } }
  }

  private shortage(): FileProblem | null {
    if (this.width === 0) return { kind: 'file-empty' }
    if (this.count === 0) return { kind: 'file-header-only' }
    return this.width === 1 ? { kind: 'file-one-column' } : null
  }

  private decide(): void {
    const rows = this.waiting ?? []
    this.waiting = null
    const comma = this.options.delimiter !== ',' && hasDecimalCommas(rows.map(({ row }) => row))
    if (comma) this.notices.push({ kind: 'decimal-comma' })
    const first = rows[0]?.row ?? []
    this.header = this.options.header ?? looksLikeNames(first, comma)
    if (!this.header && first.length > 0) this.notices.push({ kind: 'no-header' })
    const names = this.header ? this.named(first) : first.map((_, i) => `x${i + 1}`)
    this.columns = names.map((name) => new ColumnReader(name, comma))
    for (const { row, line } of this.header ? rows.slice(1) : rows) this.take(row, line)
  }

  private take(row: readonly string[], line: number): void {
    if (this.count === MOST_ROWS) {
      this.problem = { kind: 'file-rows', most: MOST_ROWS }
      return
    }
    this.count++
    if (this.preview.length < PREVIEWED) this.preview.push(row.map((cell) => cell.slice(0, 40)))
    for (let j = 0; j < row.length; j++) this.columns[j]!.add(row[j]!, line)
  }

  private named(row: readonly string[]): string[] {
    const taken = new Set<string>()
    return row.map((cell, i) => {
      const name = cell.trim().slice(0, 80)
      let free = name === '' ? `x${i + 1}` : name
      for (let n = 2; taken.has(free); n++) free = `${name || `x${i + 1}`} (${n})`
      taken.add(free)
      if (name === '') this.notices.push({ kind: 'unnamed-column', column: i + 1, named: free })
      else if (free !== name) this.notices.push({ kind: 'duplicate-name', name, renamed: free })
      return free
    })
  }
}

/** `\r\n`, `\n` and `\r` are one line break each. */
function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0
}

/** Names are no numbers. */
function looksLikeNames(row: readonly string[], comma: boolean): boolean {
  return row.every((cell) => Number.isNaN(numberOf(cell, comma))) && row.some((cell) => !isMissing(cell))
}

/** `3,14` is written in more cells than `3.14`. */
function hasDecimalCommas(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat()
  const commas = cells.filter((cell) => /^\s*[+-]?\d*,\d+\s*$/.test(cell)).length
  return commas > cells.filter((cell) => /^\s*[+-]?\d*\.\d+\s*$/.test(cell)).length
}
