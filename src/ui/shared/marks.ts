/**
 * Where code and controls meet: a control bears the names of the settings it changes, in `data-settings`; a list also the
 * places of its row, `layers layers.2`.
 */
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { CodeLine } from '../../programs/lines.ts'

export const SETTINGS_ATTRIBUTE = 'data-settings'

export function marks(setting: SettingKey, places: readonly number[] = []) {
  return { [SETTINGS_ATTRIBUTE]: [setting, ...places.map((place) => `${setting}.${place}`)].join(' ') }
}

/** What a line says, in the same words; of a list, only its own row. */
export function marksOfLine({ settings, place }: CodeLine): string[] {
  return settings.map((setting) =>
    place !== undefined && (setting === 'layers' || setting === 'blocks') ? `${setting}.${place}` : setting,
  )
}

export function says(line: CodeLine, marks: readonly string[]): boolean {
  return marksOfLine(line).some((mark) => marks.includes(mark))
}

/** What is pointed at with a line: what it says, or, of the head of a call that says nothing, all that the call says. */
export function marksAt(lines: readonly CodeLine[], at: number): string[] {
  const line = lines[at]
  if (!line) return []
  if (line.settings.length > 0 || !/[([{]$/.test(line.text)) return marksOfLine(line)
  const end = lines.findIndex(({ text }, i) => i > at && text !== '' && indentOf(text) <= indentOf(line.text))
  return [...new Set(lines.slice(at + 1, end === -1 ? undefined : end).flatMap(marksOfLine))]
}

const indentOf = (text: string) => text.length - text.trimStart().length
