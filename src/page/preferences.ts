/** What a person chose and what was measured here, where the browser lets a page remember (third-party frames may not). */
import { LANGUAGES, type Language, THEMES, type Theme } from '../domain/link/page-keys.ts'

const LANGUAGE = 'fitting-room/language'
/** index.html reads it before the first paint. */
const THEME = 'fitting-room/theme'
const FOLDED = 'fitting-room/folded'
const TIMES = 'fitting-room/engine-times'

export function rememberedLanguage(): Language | null {
  return LANGUAGES.find((language) => language === read(LANGUAGE)) ?? null
}

export function rememberedTheme(): Theme | null {
  return THEMES.find((theme) => theme === read(THEME)) ?? null
}

export function remember({ language, theme }: { language: Language; theme: Theme | null }) {
  write(LANGUAGE, language)
  write(THEME, theme)
}

/** The names of the sections that a person folded, separated by spaces. */
export function rememberedFolds(): readonly string[] {
  return (read(FOLDED) ?? '').split(' ').filter((name) => name !== '')
}

export function rememberFolds(names: readonly string[]) {
  write(FOLDED, names.length === 0 ? null : names.join(' '))
}

/** What experiments take on this device's engines. */
export const rememberedTimes = {
  read: () => read(TIMES),
  write: (text: string) => write(TIMES, text),
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The browser forbids it, so that nothing is remembered.
  }
}
