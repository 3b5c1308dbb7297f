/** Everything on the page that is explained on demand: settings, verdicts and flags, columns of the run table, and tools. */
import { FLAGS, type Flag, VERDICTS, type Verdict } from '../diagnosis/verdict.ts'
import { SETTING_KEYS, type SettingKey } from '../settings/settings.ts'

const RUN_COLUMNS = [
  'difference',
  'verdict',
  'curve',
  'best',
  'at',
  'train',
  'validation',
  'gap',
  'test',
  'epochs',
  'time',
  'engine',
] as const
export type RunColumn = (typeof RUN_COLUMNS)[number]

const TOOLS = ['smoothing', 'scale', 'pace', 'engine', 'live'] as const
export type Tool = (typeof TOOLS)[number]

export type TermKey =
  | `setting.${SettingKey}`
  | `verdict.${Verdict | Flag}`
  | `column.${RunColumn}`
  | `tool.${Tool}`

export const TERM_GROUPS = {
  setting: SETTING_KEYS.map((key): TermKey => `setting.${key}`),
  verdict: [...VERDICTS, ...FLAGS].map((key): TermKey => `verdict.${key}`),
  column: RUN_COLUMNS.map((key): TermKey => `column.${key}`),
  tool: TOOLS.map((key): TermKey => `tool.${key}`),
} as const

const ALL: ReadonlySet<string> = new Set(Object.values(TERM_GROUPS).flat())

export function isTerm(text: string): text is TermKey {
  return ALL.has(text)
}
