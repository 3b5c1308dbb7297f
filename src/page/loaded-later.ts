/** What the page fetches when it is needed and that is no part of React's: it is fetched ahead as those are. */

import { LESSON_KEYS } from '../domain/link/lesson-keys.ts'
import type { Language } from '../domain/link/page-keys.ts'
import { loadTerms } from '../text/terms.ts'

export const loadedLater = (language: Language): readonly (() => Promise<unknown>)[] => [
  () => import('../files/open-apart.ts'),
  () => import('../files/runs-link.ts'),
  () => import('../store/live/live.ts'),
  () => loadTerms(language),
  () => import('../lessons/verify.ts'),
  ...LESSON_KEYS.map((key) => async () => (await import('../lessons/registry.ts')).loadLesson(key)),
]
