/**
 * What elements say of themselves in the page's markup. The link between code and controls: in `data-settings` a control carries the names of the settings that it changes,
 * and a row of a list also its own position, as in `layers layers.2`.
 */
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { TermKey } from '../../domain/terms/terms.ts'
import type { CodeLine } from '../../programs/lines.ts'

export const SETTINGS_ATTRIBUTE = 'data-settings'

export function marks(setting: SettingKey, places: readonly number[] = []) {
  return { [SETTINGS_ATTRIBUTE]: [setting, ...places.map((place) => `${setting}.${place}`)].join(' ') }
}

export const TERM_ATTRIBUTE = 'data-term'

/** Says which term an element names, so that it is explained on demand. */
export function about(term: TermKey) {
  return { [TERM_ATTRIBUTE]: term }
}

/** The marks of a line of code, in the same form; a line of a list carries only its own row. */
export function marksOfLine({ settings, place }: CodeLine): string[] {
  return settings.map((setting) =>
    place !== undefined && (setting === 'layers' || setting === 'blocks') ? `${setting}.${place}` : setting,
  )
}

export function says(line: CodeLine, marks: readonly string[]): boolean {
  return marksOfLine(line).some((mark) => marks.includes(mark))
}

/**
 * The marks that pointing at a line selects: its own, or, for the first line of a call without marks of its own, all
 * marks within the call.
 */
export function marksAt(lines: readonly CodeLine[], at: number): string[] {
  const line = lines[at]
  if (!line) return []
  if (line.settings.length > 0 || !/[([{]$/.test(line.text)) return marksOfLine(line)
  const end = lines.findIndex(({ text }, i) => i > at && text !== '' && indentOf(text) <= indentOf(line.text))
  return [...new Set(lines.slice(at + 1, end === -1 ? undefined : end).flatMap(marksOfLine))]
}

const indentOf = (text: string) => text.length - text.trimStart().length
