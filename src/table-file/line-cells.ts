/** The cells of single lines: accurate enough to judge what a file is, before it is read. */
import type { Delimiter, Line } from './scan.ts'

/** How many cells of a line are examined. */
const EXAMINED = 100

export const textOf = (text: string, { start, end }: Pick<Line, 'start' | 'end'>) => text.slice(start, end)

/** The cells of one line, quoted ones with their marks. */
export function cellsOf(line: string, delimiter: Delimiter): string[] {
  const plain = delimiter === ' ' ? line.trim().replace(/[ \t]+/g, ' ') : line
  const cells = plain.split(delimiter)
  if (!plain.includes('"')) return cells
  const whole: string[] = []
  for (const cell of cells) {
    const open = whole.at(-1)
    if (open?.trimStart().startsWith('"') && !/"\s*$/.test(open.trim().slice(1)))
      whole[whole.length - 1] = `${open}${delimiter}${cell}`
    else whole.push(cell)
  }
  return whole
}

/** The first cells of a line without spaces and quotation marks around them. */
export const contentsOf = (text: string, line: Line, delimiter: Delimiter): string[] =>
  cellsOf(textOf(text, line), delimiter)
    .slice(0, EXAMINED)
    .map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'))
