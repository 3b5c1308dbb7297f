/**
 * Where tables begin in a text, and what stands above and below them: a title, the settings of an instrument, a source. A
 * table begins with a line of words above lines that have values in the same columns. Lines above the first such line are
 * no part of the table, however many cells they have; another such line further down begins another table.
 */
import { areYears } from './header.ts'
import { contentsOf } from './line-cells.ts'
import { isMissing } from './missing.ts'
import { isUnit } from './no-rows.ts'
import type { Delimiter, Line } from './scan.ts'
import { isValueText } from './value-text.ts'

export interface Blocks {
  /** How often the delimiter stands in the lines of the table. */
  readonly count: number
  readonly above: readonly Line[]
  readonly below: readonly Line[]
  /** The line with which another table begins; null if there is only one. */
  readonly other: Line | null
}

/** From the place of its names on; the last place is not its own. */
interface Block {
  readonly from: number
  readonly to: number
}

/** Names stand among so many lines at the top, or after an empty line, or where the number of cells changes. */
const TOP = 60
/** How many lines below the names are examined. */
const EXAMINED = 40
const MOSTLY = 0.95
/** A table has at least so many rows. */
const FEWEST_ROWS = 2
/** A source or a remark below a table is at most so many lines long. */
const LONGEST_END = 20

/** null where nothing tells where the table begins. */
export function blocksOf(
  text: string,
  lines: readonly Line[],
  delimiter: Delimiter,
  at: number,
): Blocks | null {
  const finder = new Finder(text, lines, delimiter, at)
  const blocks = finder.blocks()
  const [main, ...others] = blocks.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  if (!main) return null
  const next = blocks.find(({ from }) => from > blocks[0]!.from)
  const end = blocks.find(({ from }) => from > main.from)?.from ?? lines.length
  return {
    count: lines[main.from]!.counts[at]!,
    above: lines.slice(0, main.from),
    below: [...finder.endOf(main, end), ...lines.slice(end)],
    other: others.length > 0 ? lines[next!.from]! : null,
  }
}

class Finder {
  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly delimiter: Delimiter,
    /** The place of the delimiter in `counts`. */
    private readonly at: number,
  ) {}

  blocks(): Block[] {
    const starts = this.starts()
    const blocks = starts.map((from, i) => ({
      from,
      to: this.lastOf(from, starts[i + 1] ?? this.lines.length),
    }))
    const [first, second] = blocks
    return first && second && this.areSettings(first, second) ? blocks.slice(1) : blocks
  }

  /** Whether a block has the names of settings and their values, above a table of more columns. */
  private areSettings({ from, to }: Block, table: Block): boolean {
    if (this.count(from) > 1 || this.count(table.from) === 1 || to - from > table.to - table.from)
      return false
    const names = Array.from({ length: to - from }, (_, i) => this.cells(from + i)[0] ?? '')
    return new Set(names).size === names.length && !names.some(isValueText)
  }

  /** The places of names: the first, and those further down with which another table begins. */
  private starts(): number[] {
    const starts: number[] = []
    for (let i = 0; i < this.lines.length - FEWEST_ROWS; i++) {
      if (!this.mayBegin(i)) continue
      const measured = this.measuredBelow(i)
      if (measured.length === 0) continue
      const from = this.withNames(i)
      const last = starts.at(-1)
      if (last === undefined) {
        if (this.areRowsAbove(from, measured)) return []
        starts.push(from)
      } else if (from > last + FEWEST_ROWS && this.beginsAnother(from, measured, starts)) starts.push(from)
    }
    return starts
  }

  private count(i: number): number {
    return this.lines[i]!.counts[this.at]!
  }

  private cells(i: number): string[] {
    return contentsOf(this.text, this.lines[i]!, this.delimiter)
  }

  /** Whether an empty line stands above, or one of delimiters alone. */
  private isApart(i: number): boolean {
    const [end, start] = [this.lines[i - 1]?.end ?? 0, this.lines[i]!.start]
    return i > 0 && start > end + 1 && /\n[\s,;|，；]*\n/.test(this.text.slice(end, start))
  }

  /** To examine every line of a long file would take seconds. */
  private mayBegin(i: number): boolean {
    if (this.count(i) === 0) return false
    if (i < TOP || this.count(i) !== this.count(i - 1) || this.isApart(i)) return this.isOfWords(i)
    return !this.hasDigit(i) && this.isOfWords(i)
  }

  private hasDigit(i: number): boolean {
    const { start, end } = this.lines[i]!
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at)
      if (code >= 48 && code <= 57) return true
    }
    return false
  }

  private isOfWords(i: number): boolean {
    const cells = this.cells(i).filter((cell) => !isMissing(cell))
    const words = areYears(cells) ? cells.filter((cell) => !/^\d{4}$/.test(cell)) : cells
    return cells.length > 1 && new Set(cells).size === cells.length && !words.some(isValueText)
  }

  /** The columns in which the lines below have values, where this one has words. */
  private measuredBelow(i: number): number[] {
    const body: string[][] = []
    for (let j = i + 1; j < this.lines.length && body.length < EXAMINED; j++) {
      if (this.count(j) !== this.count(i) || this.isApart(j)) break
      // A second line of names, such as units.
      if (body.length > 0 || j > i + 1 || !this.isOfWords(j)) body.push(this.cells(j))
    }
    if (body.length < FEWEST_ROWS) return []
    return this.cells(i).flatMap((name, column) => {
      const values = body.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell))
      const known = values.filter(isValueText).length
      return values.length >= FEWEST_ROWS && known >= MOSTLY * values.length && !isMissing(name)
        ? [column]
        : []
    })
  }

  /** The line with the names, where the words right above the values are units or go on naming. */
  private withNames(i: number): number {
    let from = i
    while (
      from > 0 &&
      !this.isApart(from) &&
      this.count(from - 1) === this.count(i) &&
      this.isOfWords(from - 1)
    )
      from--
    const words = i - from + 1
    if (words === 2) return from
    return words > 2 && this.cells(i).some((cell) => isMissing(cell) || isUnit(cell)) ? i - 1 : i
  }

  /** Whether lines above are rows of the same table, which then does not begin here. */
  private areRowsAbove(i: number, measured: readonly number[]): boolean {
    let rows = 0
    for (let j = 0; j < i; j++) {
      const cells = this.count(j) === this.count(i) ? this.cells(j) : []
      if (measured.every((column) => isValueText(cells[column] ?? ''))) rows++
    }
    return rows > FEWEST_ROWS
  }

  private beginsAnother(i: number, measured: readonly number[], starts: readonly number[]): boolean {
    const names = this.cells(i).join('\n')
    const [above] = [starts.at(-1)!]
    if (starts.some((start) => this.cells(start).join('\n') === names)) return false
    if (this.count(i) !== this.count(above)) return true
    // A word among numbers may be a value that is missing: names are words above several columns, or stand apart.
    return measured.length > 1 || this.isApart(i)
  }

  /** The place after the last line that has as many cells as the names. */
  private lastOf(from: number, end: number): number {
    let to = end
    while (to > from + 1 && this.count(to - 1) !== this.count(from)) to--
    return to
  }

  /** A source or remarks below the last row: words, behind an empty line or introduced as such. */
  endOf({ from, to }: Block, end: number): readonly Line[] {
    const rest = this.lines.slice(to, end)
    const isEnd =
      rest.length > 0 &&
      rest.length <= LONGEST_END &&
      rest.every(
        (_, i) => !isValueText(this.cells(to + i)[0] ?? '') && this.count(to + i) < this.count(from),
      ) &&
      (this.isApart(to) || REMARK.test(this.text.slice(rest[0]!.start, rest[0]!.start + 40)))
    return isEnd ? rest : []
  }
}

const REMARK =
  /^[\s"']*(?:(?:sources?|notes?|remarks?|quellen?|anmerkung(?:en)?|hinweise?|fuente|nota|remarque|数据来源|来源|资料来源|注|说明)\s*[:：\d.)]|\*+\s?\p{L})/iu
