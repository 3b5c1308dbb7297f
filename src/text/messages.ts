import type { Language } from '../domain/link/page-keys.ts'
import { en, type Messages } from './en.ts'
import { zhCn } from './zh-cn.ts'

const languages: Record<Language, Messages> = { en, 'zh-CN': zhCn }

export function messages(language: Language): Messages {
  return languages[language]
}

/** The language of the first preference we speak; English if none. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences
    .map((tag) => tag.toLowerCase())
    .find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
  return first?.startsWith('zh') ? 'zh-CN' : 'en'
}
