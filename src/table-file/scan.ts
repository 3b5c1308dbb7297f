/** The lines of a text with all that could divide them into cells: one pass over the whole of it, quotations respected. */
import { isMissing } from './missing.ts'

/**
 * The delimiters, in the order of preference where nothing else decides; the space stands for any run of
 * spaces.
 */
export const DELIMITERS = [',', '\t', ';', '|', '，', '；', ' '] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Marks with which a comment may begin. */
export const COMMENT_MARKS = ['#', '%', '//'] as const
export type CommentMark = (typeof COMMENT_MARKS)[number]

/** One record: a line, or several where a quoted cell holds line ends. */
export interface Line {
  /** The number of its first line, from 1. */
  readonly number: number
  readonly start: number
  /** The index after its last character. */
  readonly end: number
  /** How often each delimiter occurs in it outside quotations. */
  readonly counts: Uint16Array
  /** Whether it begins with a comment mark and not with a mark for a missing value (`#N/A`). */
  readonly mark: CommentMark | null
}

const [NEWLINE, QUOTE, SPACE, TAB] = [10, 34, 32, 9]
const AT = new Map(DELIMITERS.map((delimiter, i) => [delimiter.charCodeAt(0), i]))
const RUN = DELIMITERS.indexOf(' ')
const FIRST_CELL = /^[^,\t;|，；\n]*/
const FIRST_WORD = /^[^\s,;|，；]*/

/** Lines without a value are left out. The text has `\n` at its line ends. At most so many lines are looked at. */
export function scanLines(text: string, most: number): Line[] {
  const lines: Line[] = []
  let number = 1
  let quotes = true
  for (let at = 0; at < text.length && lines.length < most; ) {
    const [start, first] = [at, number]
    const counts = new Uint16Array(DELIMITERS.length)
    // Whether a cell could begin here, content has come, and spaces that may separate have come since.
    let [opening, content, spaced] = [true, false, false]
    let filled = false
    // A quotation mark in a comment is an apostrophe as often as not.
    const mark = markOf(text, start)
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === NEWLINE) break
      if (code === SPACE || code === TAB) {
        spaced = content
        if (code === TAB) counts[1]!++
        opening = true
        continue
      }
      if (spaced) counts[RUN]!++
      ;[content, spaced] = [true, false]
      if (code === QUOTE && opening && quotes && mark === null) {
        const close = closingQuote(text, at)
        quotes = close > 0
        if (close > 0) {
          for (let i = at; i < close; i++) if (text.charCodeAt(i) === NEWLINE) number++
          at = close
        }
        opening = false
        filled = true
        continue
      }
      const delimiter = code > 127 || code < 48 || code === 59 || code === 124 ? AT.get(code) : undefined
      opening = delimiter !== undefined
      if (opening) counts[delimiter!]!++
      else filled = true
    }
    if (filled) lines.push({ number: first, start, end: at, counts, mark })
    at++
    number++
  }
  return lines
}

/** −1 where the quotation never ends. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at > 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2)
  return at
}

function markOf(text: string, start: number): CommentMark | null {
  const begin = text.slice(start, start + 40).trimStart()
  const mark = COMMENT_MARKS.find((each) => begin.startsWith(each))
  const cells = [FIRST_CELL, FIRST_WORD].map((first) => first.exec(begin)![0])
  return mark === undefined || cells.some(isMissing) ? null : mark
}
