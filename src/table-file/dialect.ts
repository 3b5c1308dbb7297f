/**
 * How a text is divided into cells: found by trying every delimiter over the whole of it, not by counting a mark in its
 * first lines. Of each delimiter two things are judged: the share of lines that it divides into equally many cells, and
 * what the cells then are. Numbers and dates speak for a delimiter, words say little, and a cell that still holds
 * another delimiter speaks against it: that is how `116,5⇥50,8` is two cells and `80,Action|Drama,3.0` is three.
 */
import { isNumberText } from '../domain/numbers/number-text.ts'
import { blocksOf } from './blocks.ts'
import { cellsOf, contentsOf, textOf } from './line-cells.ts'
import { isMissing } from './missing.ts'
import { isRule, isSecondHeading } from './no-rows.ts'
import { COMMENT_MARKS, type CommentMark, DELIMITERS, type Delimiter, type Line, scanLines } from './scan.ts'
import { isValueText } from './value-text.ts'

export interface Dialect {
  readonly delimiter: Delimiter
  /** The number of cells that most lines have. */
  readonly width: number
  /** Lines that begin with this mark are comments; null if there are none. */
  readonly comment: CommentMark | null
  /** The number of lines that are left out as comments. */
  readonly comments: readonly Line[]
  /** Lines that stand above the names of the table or below its rows. */
  readonly above: readonly Line[]
  readonly below: readonly Line[]
  /** The line with which another table begins; null if there is only one. */
  readonly other: Line | null
  /** Lines that are drawn under names or around the table. */
  readonly rules: readonly Line[]
  /** The line below the names that goes on naming, such as by units; null if there is none. */
  readonly secondHeading: { readonly line: Line; readonly cells: readonly string[] } | null
  /** Whether the delimiter also stands at both ends of every line, as around a table in Markdown. */
  readonly framed: boolean
  /** The line of comment that holds the names of the columns, as NumPy writes them. */
  readonly names: Line | null
  /** Characters of a first line that only says what the delimiter is, as spreadsheets write it: `sep=;`. */
  readonly declaration: number
}

export interface DialectOptions {
  /** The delimiter; null lets the reader find it. */
  readonly delimiter: Delimiter | null
  /** Whether lines that begin with a comment mark are left out; null decides by what they contain. */
  readonly comments: boolean | null
  /** Whether the first row holds the names of the columns; null decides by what stands below it. */
  readonly header: boolean | null
}

/** How many lines, spread evenly over the file, have their cells examined. */
const SAMPLED = 400
/** How many cells of such a line are examined. */
const SAMPLED_CELLS = 100
/** How many lines are scanned: a file with more is too long for the page anyway. */
const MOST_LINES = 80_000

const DECLARATION = /^"?sep=(.)"?[^\S\n]*(?:\n|$)/i

export function dialectOf(text: string, options: DialectOptions): Dialect {
  const declaration = DECLARATION.exec(text)
  const scanned = scanLines(text, MOST_LINES).slice(declaration ? 1 : 0)
  const rules = new Set(scanned.filter((line) => isRule(textOf(text, line))))
  const lines = scanned.filter((line) => !rules.has(line))
  const declared = DELIMITERS.find((delimiter) => delimiter === declaration?.[1])
  const rows = lines.filter(({ mark }) => mark === null)
  const divided = rows.length > 0 ? rows : lines
  const delimiter = options.delimiter ?? declared ?? likeliest(text, divided)
  const comment = options.comments === false ? null : commentMark(text, lines, delimiter, options.comments)
  const marked = comment === null ? [] : lines.filter(({ mark }) => mark === comment)
  const firstRow = lines.find(({ mark }) => mark === null || mark !== comment)
  const names = firstRow ? namesAbove(text, marked, firstRow, delimiter) : null
  const at = DELIMITERS.indexOf(delimiter)
  const blocks = options.header === false || names ? null : blocksOf(text, divided, delimiter, at)
  const [above, below] = [blocks?.above ?? [], blocks?.below ?? []]
  const table = rows.slice(above.length, rows.length - below.length)
  const framed =
    delimiter === '|' &&
    (table.length > 0 ? table : divided).every((line) => /^\s*\|.*\|\s*$/s.test(textOf(text, line)))
  const count = blocks?.count ?? commonest(divided, at).count
  return {
    delimiter,
    width: count + (framed ? -1 : 1),
    comment,
    comments: marked.filter((line) => line !== names),
    above,
    below,
    other: blocks?.other ?? null,
    rules: [...rules],
    secondHeading: options.header === false || names ? null : secondHeading(text, table, delimiter, count),
    framed,
    names,
    declaration: declaration?.[0].length ?? 0,
  }
}

/** `count`: the number of delimiters in most rows. */
function secondHeading(
  text: string,
  rows: readonly Line[],
  delimiter: Delimiter,
  count: number,
): Dialect['secondHeading'] {
  const at = DELIMITERS.indexOf(delimiter)
  const [names, second, ...below] = rows.filter(({ counts }) => counts[at] === count)
  if (!names || !second) return null
  const cells = (line: Line) => contentsOf(text, line, delimiter)
  const isHeading = isSecondHeading(cells(names), cells(second), spread(below).map(cells))
  return isHeading ? { line: second, cells: cells(second) } : null
}

/** Some of the lines, spread evenly over all of them. */
function spread(lines: readonly Line[]): readonly Line[] {
  const step = Math.max(1, lines.length / SAMPLED)
  return Array.from({ length: Math.min(lines.length, SAMPLED) }, (_, i) => lines[Math.floor(i * step)]!)
}

/**
 * If no delimiter divides anything, the first is returned: the text is then one column, and refused for that.
 */
function likeliest(text: string, lines: readonly Line[]): Delimiter {
  const sample = spread(lines)
  let [best, highest]: [Delimiter, number] = [DELIMITERS[0], 0]
  const dividesAll = DELIMITERS.some((mark, at) => mark !== ' ' && commonest(lines, at).share === 1)
  for (const [at, delimiter] of DELIMITERS.entries()) {
    const { count, share } = commonest(lines, at)
    // Text above the table may have more lines than it.
    const shareBelow = commonest(lines.slice(lines.length >> 1), at).share
    // A list of numbers in every cell of a column is divided alike too, but not in the names.
    if (dividesAll && lines[0]!.counts[at] !== count) continue
    if (count === 0 || (delimiter === ' ' && isDividedElsewise(text, sample, lines))) continue
    const divided = sample.filter(({ counts }) => counts[at] === count)
    const score = Math.max(share, shareBelow) * (0.01 + sense(text, divided, delimiter))
    if (score > highest + 1e-9) [best, highest] = [delimiter, score]
  }
  return best
}

/**
 * Whether another delimiter divides more of the lines than spaces do, or as many without cutting numbers in two: then the
 * spaces are part of what the cells say, as in `+49 30 1234,0` below `phone,calls`, or in `3 cm,0.5 cm`.
 */
function isDividedElsewise(text: string, sample: readonly Line[], lines: readonly Line[]): boolean {
  const at = DELIMITERS.indexOf(' ')
  const spaces = commonest(lines, at)
  return DELIMITERS.some((delimiter, other) => {
    const { count, share } = commonest(lines, other)
    if (other === at || count === 0 || share < spaces.share) return false
    if (share > spaces.share) return true
    const parts = sample.flatMap((line) => cellsOf(textOf(text, line), ' '))
    const holding = parts.filter((cell) => cell.includes(delimiter) && !/^".*"$/s.test(cell))
    return holding.some((cell) => !isNumberText(cell.trim()))
  })
}

/** How often the delimiter stands in most of the lines that have it, and the share of all lines that these are. */
function commonest(lines: readonly Line[], delimiter: number): { count: number; share: number } {
  const found = new Map<number, number>()
  for (const { counts } of lines) found.set(counts[delimiter]!, (found.get(counts[delimiter]!) ?? 0) + 1)
  let [count, most] = [0, 0]
  for (const [times, number] of found) if (times > 0 && number > most) [count, most] = [times, number]
  return { count, share: most / Math.max(1, lines.length) }
}

/** How much the cells look like cells of a table, from 0 to 1. */
function sense(text: string, lines: readonly Line[], delimiter: Delimiter): number {
  let [sum, count] = [0, 0]
  for (const line of lines)
    for (const cell of cellsOf(textOf(text, line), delimiter).slice(0, SAMPLED_CELLS)) {
      sum += senseOf(cell.trim())
      count++
    }
  return count === 0 ? 0 : sum / count
}

const OTHER_DELIMITERS = /[,\t;|，；]/

function senseOf(cell: string): number {
  if (isMissing(cell) || /^".*"$/s.test(cell)) return 0.5
  if (isValueText(cell)) return 1
  if (OTHER_DELIMITERS.test(cell)) return 0
  // Few tables are divided by spaces, but some are.
  return cell.includes(' ') ? 0.4 : 0.5
}

/**
 * Lines with a mark are comments where they are the fewer, and do not look like rows themselves: they have another number
 * of cells, stand before all rows, or have a space after the mark. (`#ff0000,3` below `red,2` is a row.) `wanted`: a
 * person says that they are comments.
 */
function commentMark(text: string, lines: readonly Line[], delimiter: Delimiter, wanted: boolean | null) {
  const at = DELIMITERS.indexOf(delimiter)
  const rows = lines.filter(({ mark }) => mark === null)
  const { count } = commonest(rows, at)
  const first = rows[0]?.number ?? 0
  const isComment = (mark: CommentMark) => {
    const marked = lines.filter((line) => line.mark === mark)
    if (marked.length === 0) return false
    if (wanted) return true
    const alike = marked.filter(({ counts }) => counts[at] === count)
    const above = marked.every(({ number }) => number < first)
    const spaced = marked.every(({ start }) => /^\s*(?:#|%|\/\/)+\s/.test(text.slice(start, start + 20)))
    return (
      rows.length > 0 &&
      (above || (marked.length <= rows.length && (2 * alike.length < marked.length || spaced)))
    )
  }
  return COMMENT_MARKS.find(isComment) ?? null
}

/**
 * The last line of comment above the rows, where it has as many words as the first row has cells, and these are numbers:
 * all of them, or some if each name is one word.
 */
function namesAbove(text: string, comments: readonly Line[], first: Line, delimiter: Delimiter): Line | null {
  const last = comments.filter(({ number }) => number < first.number).at(-1)
  if (!last) return null
  const names = cellsOf(bareComment(textOf(text, last)), delimiter)
  const cells = cellsOf(textOf(text, first), delimiter)
  const fits = names.length === cells.length && names.length > 1 && !names.some(isNumberText)
  const numbers = cells.filter((cell) => isNumberText(cell) || isMissing(cell)).length
  // A sentence has words between its commas.
  const single = delimiter !== ' ' && numbers > 0 && names.every((name) => /^\S+$/.test(name.trim()))
  return fits && (single || numbers === cells.length) ? last : null
}

/** Replaces the mark by spaces, so that what follows keeps its position. */
export const bareComment = (line: string) =>
  line.replace(/^\s*(?:#|%|\/\/)+/, (mark) => ' '.repeat(mark.length))
