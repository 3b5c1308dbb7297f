import { LANGUAGES, type Language } from '../domain/link/page-keys.ts'
import type { Messages } from './en/index.ts'

export type { Messages } from './en/index.ts'

/** A dictionary each, in a file of its own: a page fetches the one that it shows. */
const dictionaries: Record<Language, () => Promise<Messages>> = {
  en: () => import('./en/index.ts').then(({ en }) => en),
  'zh-CN': () => import('./zh-cn/index.ts').then(({ zhCn }) => zhCn),
}

const loaded: Partial<Record<Language, Messages>> = {}

export async function loadMessages(language: Language): Promise<void> {
  loaded[language] ??= await dictionaries[language]()
}

export async function loadAllMessages(): Promise<void> {
  await Promise.all(LANGUAGES.map(loadMessages))
}

/** The first of these languages whose words can be fetched; null if there is none. */
export async function loadFirst(languages: readonly Language[]): Promise<Language | null> {
  for (const language of languages) {
    const isHere = await loadMessages(language).then(
      () => true,
      () => false,
    )
    if (isHere) return language
  }
  return null
}

export function areLoaded(language: Language): boolean {
  return loaded[language] !== undefined
}

/** Said where no language could be fetched, so in both. */
export const NO_LANGUAGE = 'This page could not be loaded. Reload it. 页面未能加载，请重新加载。'

/** Undefined until the language has been loaded. */
export function messagesIfLoaded(language: Language): Messages | undefined {
  return loaded[language]
}

/** The language must have been loaded. */
export function messages(language: Language): Messages {
  const found = loaded[language]
  if (!found) throw new Error(`The messages in ${language} are not loaded.`)
  return found
}

/** The language of the first preference we speak; English if none. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences
    .map((tag) => tag.toLowerCase())
    .find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
  return first?.startsWith('zh') ? 'zh-CN' : 'en'
}
