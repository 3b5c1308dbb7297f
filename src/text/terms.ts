/** The glossary of a language, fetched when somebody first asks. */
import type { Flag, Verdict } from '../domain/diagnosis/verdict.ts'
import type { Language } from '../domain/link/page-keys.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { RunColumn, TermKey, Tool } from '../domain/terms/terms.ts'
import type { Terms } from './en/terms.ts'
import type { Messages } from './messages.ts'

export type { Terms } from './en/terms.ts'

const GLOSSARIES: Record<Language, () => Promise<Terms>> = {
  en: () => import('./en/terms.ts').then(({ terms }) => terms),
  'zh-CN': () => import('./zh-cn/terms.ts').then(({ terms }) => terms),
}

export function loadTerms(language: Language): Promise<Terms> {
  return GLOSSARIES[language]()
}

/** A term by its name on the page, and what it means. */
export function termText(
  key: TermKey,
  terms: Terms,
  t: Messages,
): { readonly name: string; readonly text: string } {
  const [group, name] = key.split('.') as [keyof Terms['groups'], string]
  switch (group) {
    case 'setting':
      return t.setting[name as SettingKey]
    case 'verdict':
      return {
        name: t.verdict.words[name as Verdict | Flag],
        text: terms.verdict[name as Verdict | Flag],
      }
    case 'column':
      return terms.column[name as RunColumn]
    case 'tool':
      return terms.tool[name as Tool]
    default:
      return group satisfies never
  }
}
