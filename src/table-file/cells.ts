/** Turns a text and its dialect into rows. Line numbers are those of the file. */
import { bareComment, type Dialect } from './dialect.ts'
import { tokenize } from './tokenize.ts'

type Walked = { readonly ok: true } | { readonly ok: false; readonly line: number }

/** Calls `row` for each row that is not blank, with the number of its first line, until it returns false. */
export type Rows = (
  row: (cells: readonly string[], line: number) => boolean,
  onProgress: (share: number) => void,
) => Walked

export function rowsOf(text: string, dialect: Dialect): Rows {
  const prepared = tokenizable(text, dialect)
  return (take, onProgress) => {
    let line = 1
    const { unclosed } = tokenize(
      prepared,
      dialect.delimiter,
      (cells) => {
        const at = line
        line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
        return cells.every((cell) => cell.trim() === '') || take(cells, at)
      },
      onProgress,
    )
    return unclosed ? { ok: false, line: Math.max(1, line - 1) } : { ok: true }
  }
}

/** The text with all lines emptied that are no rows, so that the others keep their line numbers. */
function tokenizable(text: string, dialect: Dialect): string {
  const { declaration, comments, above, below, rules, secondHeading, names, delimiter, framed } = dialect
  const pieces: string[] = []
  let from = 0
  const replace = (start: number, end: number, by: string) => {
    pieces.push(text.slice(from, start), by)
    from = end
  }
  if (declaration > 0) replace(0, declaration, '\n')
  const changed = [...comments, ...above, ...below, ...rules, secondHeading?.line, names].filter(
    (line) => line != null,
  )
  for (const line of changed.sort((a, b) => a.start - b.start)) {
    const cells = line === names ? bareComment(text.slice(line.start, line.end)) : ''
    replace(line.start, line.end, cells)
  }
  const rows = `${pieces.join('')}${text.slice(from)}`
  const kept = framed ? rows.replace(/^([ \t]*)\||\|([ \t]*)$/gm, '$1 $2') : rows
  if (delimiter === ' ') return singleSpaced(kept)
  // A quotation may also begin after a space.
  return /(^|[,\t;|，；]) +"/m.test(kept) ? kept.replace(/(^|[,\t;|，；]) +"/gm, '$1"') : kept
}

/**
 * Replaces runs of spaces and tabs by one space and removes them at the ends of lines, except within
 * quotations.
 */
const singleSpaced = (text: string) =>
  text
    .replace(/"(?:[^"]|"")*"|[ \t]+/g, (found) => (found.startsWith('"') ? found : ' '))
    .replace(/^ | $/gm, '')

function lineEnds(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}
