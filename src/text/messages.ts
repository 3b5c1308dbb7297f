import { LANGUAGES, type Language } from '../domain/link/page-keys.ts'
import type { Messages } from './en/en.ts'
import type { LaterMessages } from './en/later-en.ts'

export type { Messages } from './en/en.ts'
/** Known to parts of the page that are fetched together with the later messages (`withLaterMessages`). */
export interface AllMessages extends Messages, LaterMessages {}

interface Dictionary {
  first(): Promise<Messages>
  /** What only parts say that are fetched when they are first shown. */
  later(): Promise<LaterMessages>
}

/** Files of their own: a page fetches those of the language that it shows. */
const dictionaries: Record<Language, Dictionary> = {
  en: {
    first: () => import('./en/en.ts').then(({ firstEn }) => firstEn),
    later: () => import('./en/later-en.ts').then(({ laterEn }) => laterEn),
  },
  'zh-CN': {
    first: () => import('./zh-cn/zh-cn.ts').then(({ firstZhCn }) => firstZhCn),
    later: () => import('./zh-cn/later-zh-cn.ts').then(({ laterZhCn }) => laterZhCn),
  },
}

const loaded: Partial<Record<Language, Messages>> = {}
const allLoaded: Partial<Record<Language, AllMessages>> = {}
/** Whether a part was asked for that says some of the later ones: each language is then fetched whole. */
let isLaterWanted = false

export async function loadMessages(language: Language): Promise<void> {
  const { first, later } = dictionaries[language]
  const isWhole = isLaterWanted
  const [now, then] = await Promise.all([
    loaded[language] ?? first(),
    isWhole ? (allLoaded[language] ?? later()) : null,
  ])
  loaded[language] ??= now
  if (then) allLoaded[language] ??= { ...now, ...then }
}

/** Fetches a part of the page together with the later messages, in every language that the page has spoken. */
export function withLaterMessages<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), loadLaterMessages()])
    return part
  }
}

async function loadLaterMessages(): Promise<void> {
  isLaterWanted = true
  await Promise.all(LANGUAGES.filter((language) => loaded[language]).map(loadMessages))
}

export async function loadAllMessages(): Promise<void> {
  isLaterWanted = true
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
  return (isLaterWanted ? allLoaded : loaded)[language] !== undefined
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

/** For parts that were fetched together with the later messages. */
export function allMessages(language: Language): AllMessages {
  const found = allLoaded[language]
  if (!found) throw new Error(`The later messages in ${language} are not loaded.`)
  return found
}

/** The language of the first preference we speak; English if none. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences
    .map((tag) => tag.toLowerCase())
    .find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
  return first?.startsWith('zh') ? 'zh-CN' : 'en'
}
