/**
 * Finds out which rows hold the names of the columns, the samples, or text above the table, and whether the
 * first column names the rows.
 */
import { MOST_ROWS } from '../domain/table/table.ts'
import type { Dialect } from './dialect.ts'
import { type HeaderVerdict, judgeHeader } from './header.ts'
import type { FileNotice, FileProblem } from './problem.ts'
import type { Survey } from './survey.ts'
import { areSame, type Row, type RowsSurvey } from './survey-rows.ts'

export interface Layout {
  /** The names of the columns that are read: all different, none empty. */
  readonly names: readonly string[]
  /** The names as the file has them; empty where there is none. */
  readonly written: readonly string[]
  readonly surveys: readonly Survey[]
  readonly rowNames: boolean
  /** Whether a row that has as many cells as most is a sample: it holds no names and no totals. */
  readonly isSample: (row: Row) => boolean
  readonly header: boolean
  readonly headerSure: boolean
  readonly notices: readonly FileNotice[]
}

interface Wanted {
  readonly header: boolean | null
  readonly skipOdd: boolean
}

export function layoutOf(rows: RowsSurvey, wanted: Wanted, dialect: Dialect | null): Layout | FileProblem {
  const { width, above, odd, oddCount, first, surveys, count, repeats, total } = rows
  if (first === null) return { kind: 'file-empty' }
  // R's write.table: names one fewer than the cells below, which begin with the name of the row.
  const judged = judge(rows, first.cells)
  const last = above.at(-1)
  const short = last?.cells.length === width - 1 && width > 2 && !(judged.header && judged.sure)
  const shorter = short && wanted.header !== false && mayNameRows(surveys[0]!) ? lacksNothing(last!) : null
  const nameless = !(wanted.header ?? judged.header)
  const isAbove = (row: Row) => isTitle(row, nameless && row === last ? 1 : Math.max(1, width / 2))
  const incompatibilities = [...above.filter((row) => row !== shorter && !isAbove(row)), ...odd]
  const incompatibilityCount = incompatibilities.length - odd.length + oddCount
  if (incompatibilityCount > 0 && !wanted.skipOdd)
    return ragged(incompatibilities, incompatibilityCount, width)
  if (width === 1)
    return { kind: 'file-one-column', fullWidth: fullWidthIn([...first.cells, ...words(surveys)]) }
  const found = shorter || dialect?.names ? { header: true, sure: true } : judged
  const header = wanted.header ?? found.header
  const named = shorter ?? (header ? first : null)
  if (named !== first)
    for (const [i, survey] of surveys.entries())
      for (let n = 0; n <= repeats.count; n++) survey.addFirst(first.cells[i]!)
  if (named === first && count === 0) return { kind: 'file-header-only' }
  if (named !== first && count + repeats.count >= MOST_ROWS) return { kind: 'file-rows', most: MOST_ROWS }
  const ended = surveys.at(-1)!.present === 0
  const rowNames = shorter !== null && !ended
  const written = [...(rowNames ? [''] : []), ...(named?.cells.slice(0, width) ?? [])].map((cell, i) =>
    (cell.trim() || (dialect?.secondHeading?.cells[i] ?? '')).slice(0, 80),
  )
  // A delimiter at the end of every line makes no column.
  const kept = ended && (written[width - 1] ?? '') === '' && named ? width - 1 : width
  if (kept === 1) return { kind: 'file-one-column', fullWidth: null }
  const notices: FileNotice[] = []
  const titles = above.filter((row) => row !== shorter)
  const around = { above: [...(dialect?.above ?? []), ...titles.map(({ line }) => ({ number: line }))] }
  for (const [kind, lines] of Object.entries({ ...around, below: dialect?.below ?? [] }))
    if (lines.length > 0)
      notices.push({
        kind: kind as 'above' | 'below',
        lines: lines.slice(0, 5).map(({ number }) => number),
        count: lines.length,
      })
  if (incompatibilityCount > 0)
    notices.push({
      kind: 'skipped',
      lines: incompatibilities.map(({ line }) => line),
      count: incompatibilityCount,
    })
  if (dialect?.comment && dialect.comments.length > 0)
    notices.push({
      kind: 'comments',
      mark: dialect.comment,
      lines: dialect.comments.slice(0, 5).map(({ number }) => number),
      count: dialect.comments.length,
    })
  if (dialect?.secondHeading)
    notices.push({ kind: 'second-heading', line: dialect.secondHeading.line.number })
  if (dialect?.names) notices.push({ kind: 'names-in-comment', line: dialect.names.number })
  if (named === first && repeats.count > 0) notices.push({ kind: 'repeated-names', ...repeats })
  if (total) notices.push({ kind: 'total', line: total.line })
  if (rowNames) notices.push({ kind: 'row-names' })
  if (!header) notices.push({ kind: 'no-header' })
  if (dialect && /[，；]/.test(dialect.delimiter))
    notices.push({ kind: 'full-width', mark: dialect.delimiter })
  return {
    names: uniqueNames(
      Array.from({ length: kept }, (_, i) => written[i] ?? ''),
      named !== null,
      rowNames,
      notices,
    ),
    written: Array.from({ length: kept }, (_, i) => (named ? (written[i] ?? '') : `x${i + 1}`)),
    surveys: surveys.slice(0, kept),
    rowNames,
    isSample: ({ cells, line }) => line !== total?.line && !(named === first && areSame(first.cells, cells)),
    header: named !== null,
    headerSure: wanted.header !== null || found.sure,
    notices,
  }
}

/** Names of rows are all different. */
const mayNameRows = ({ words, present }: Survey) => words === null || words.size === present

/** The row, unless a full-width mark in it that divides nothing makes it shorter than the others. */
const lacksNothing = (row: Row) => (fullWidthIn(row.cells) === null ? row : null)

/** A row that comes again whole is no name of a column, unless words above numbers say so. */
function judge({ repeats, surveys }: RowsSurvey, first: readonly string[]): HeaderVerdict {
  const judged = judgeHeader(first, surveys)
  return repeats.count === 0 || (judged.header && judged.sure) ? judged : { header: false, sure: true }
}

/**
 * A line of few cells above the table, such as its title or source. Right above rows without names a line of several cells
 * is none: it names fewer columns than the rows have.
 */
const isTitle = ({ cells }: Row, most: number) =>
  cells.filter((cell) => cell.trim() !== '').length <= most && fullWidthIn(cells) === null

function ragged(rows: readonly Row[], count: number, expected: number): FileProblem {
  return {
    kind: 'file-ragged',
    lines: rows.map(({ line }) => line).slice(0, 5),
    count,
    found: rows[0]!.cells.length,
    expected,
    fullWidth: fullWidthIn(rows[0]!.cells),
  }
}

const words = (surveys: readonly Survey[]) => surveys.flatMap((survey) => [...(survey.words ?? [])])

const fullWidthIn = (cells: readonly string[]) => /[，；]/.exec(cells.join(' '))?.[0] ?? null

function uniqueNames(
  written: readonly string[],
  named: boolean,
  rowNames: boolean,
  notices: FileNotice[],
): string[] {
  const taken = new Set<string>()
  return written.map((name, i) => {
    const base = name === '' ? (rowNames && i === 0 ? 'row' : `x${i + 1}`) : name
    let free = base
    for (let n = 2; taken.has(free); n++) free = `${base} (${n})`
    taken.add(free)
    if (name !== '' && free !== name) notices.push({ kind: 'duplicate-name', name, renamed: free })
    else if (name === '' && named && !(rowNames && i === 0))
      notices.push({ kind: 'unnamed-column', column: i + 1, named: free })
    return free
  })
}
