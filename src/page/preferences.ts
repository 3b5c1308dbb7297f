/**
 * What a person chose and what was measured here, where the browser lets a page remember. An embedded page remembers
 * nothing: it looks as its author said, and the reader's own page stays as it is.
 */
import { LESSON_KEYS, type LessonKey } from '../domain/link/lesson-keys.ts'
import { isEmbedded } from '../domain/link/link.ts'
import { LANGUAGES, type Language, THEMES, type Theme } from '../domain/link/page-keys.ts'
import type { LessonProgress } from '../store/lesson-state.ts'

const LANGUAGE = 'fitting-room/language'
/** index.html reads it before the first paint. */
const THEME = 'fitting-room/theme'
const FOLDED = 'fitting-room/folded'
const TIMES = 'fitting-room/engine-times'
const LECTURE = 'fitting-room/lecture'
const DONE = 'fitting-room/lessons-done'
const STARTED = 'fitting-room/started-link'
/** With the key of a lesson. It is of this tab alone: the next visit begins anew. */
const LESSON = 'fitting-room/lesson/'

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

/** The scenes of the lecture that was put together last, as the value of `scenes=`; empty before any was. */
export const rememberedLecture = () => read(LECTURE) ?? ''

export const rememberLecture = (text: string) => write(LECTURE, text === '' ? null : text)

/** The lessons that were walked through to their end. */
export function lessonsDone(): readonly LessonKey[] {
  const done = (read(DONE) ?? '').split(' ')
  return LESSON_KEYS.filter((key) => done.includes(key))
}

export function rememberLessonDone(key: LessonKey) {
  const done = lessonsDone()
  if (!done.includes(key)) write(DONE, [...done, key].join(' '))
}

/** The link whose run was started last in this tab. */
export const startedLink = () => read(STARTED, tab)

export const rememberStartedLink = (hash: string) => write(STARTED, hash, tab)

/** How far a lesson is; null where nothing is known of it. */
export function lessonProgress(key: LessonKey): LessonProgress | null {
  try {
    const found: unknown = JSON.parse(read(LESSON + key, tab) ?? 'null')
    return isProgress(found) ? found : null
  } catch {
    return null
  }
}

export function rememberLesson(key: LessonKey, progress: LessonProgress) {
  write(LESSON + key, JSON.stringify(progress), tab)
}

function isProgress(found: unknown): found is LessonProgress {
  if (typeof found !== 'object' || found === null) return false
  const { prediction, revealed, runs } = found as Record<string, unknown>
  const isPrediction = prediction === null || prediction === 'skipped' || Number.isInteger(prediction)
  return isPrediction && typeof revealed === 'boolean' && Array.isArray(runs)
}

const browser = () => localStorage
const tab = () => sessionStorage
type Place = () => Storage

/** Getting hold of the storage throws where the browser forbids it. */
function using<T>(storage: Place, use: (storage: Storage) => T): T | null {
  try {
    return isEmbedded(location.hash) ? null : use(storage())
  } catch {
    return null
  }
}

function read(key: string, storage: Place = browser): string | null {
  return using(storage, (place) => place.getItem(key))
}

function write(key: string, value: string | null, storage: Place = browser) {
  using(storage, (place) => (value === null ? place.removeItem(key) : place.setItem(key, value)))
}
