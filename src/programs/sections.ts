/** A program in the order of the course: data, build, compile, fit, evaluate once, predict, curves. */
import { type CodeLine, line, plain } from './lines.ts'

export interface Section {
  readonly title: string
  readonly lines: readonly CodeLine[]
}

/** The sections one below the other, each under a comment with its title. */
export function headed(sections: readonly Section[], comment: '#' | '//'): CodeLine[] {
  return sections.flatMap(({ title, lines }) => [...plain(`\n\n${comment} ${title}\n`), ...lines])
}

/** Leaves at most two empty lines in a row and none at either end. */
export function spaced(lines: readonly CodeLine[]): CodeLine[] {
  const kept = lines.filter((_, i) => i < 2 || lines.slice(i - 2, i + 1).some(({ text }) => text !== ''))
  const first = kept.findIndex(({ text }) => text !== '')
  const last = kept.findLastIndex(({ text }) => text !== '')
  return kept.slice(first, last + 1)
}

/** Escapes a link so that it ends no comment, string or Markdown. */
export const quotable = (link: string): string =>
  link.replace(/[\s"'`<>\\]/g, (sign) => encodeURIComponent(sign).replace("'", '%27'))

export const linkLine = (link: string, prefix = ''): CodeLine => line(prefix + quotable(link))
