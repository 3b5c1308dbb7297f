/** Values and calls as JavaScript writes them. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { settingValue } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { type Argument, type CodeLine, call, WIDTH } from './lines.ts'
import { grouped } from './numbers.ts'

export function javascript(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(javascript).join(', ')}]`
  return typeof value === 'number' ? grouped(value) : String(value)
}

/** JSON's escapes are JavaScript's; its line separators are allowed in strings since ES2019. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1)
  return `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A setting of the experiment as JavaScript writes it. */
export const settingsOf =
  (experiment: Experiment) =>
  (key: SettingKey): string =>
    javascript(settingValue(experiment, key))

/** `head({ a, b })tail`; `depth` is how far it will be indented. */
export const options = (head: string, args: readonly Argument[], tail = '', depth = 0): CodeLine[] =>
  call(head, args, { open: '({ ', close: ` })${tail}`, width: WIDTH - depth, indent: '  ' })
