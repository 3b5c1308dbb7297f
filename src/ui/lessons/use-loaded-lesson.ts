import { useEffect, useState } from 'react'
import type { LessonKey } from '../../domain/link/lesson-keys.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { loadLesson } from '../../lessons/registry.ts'

export type LoadedLesson = Lesson | 'loading' | 'failed'

/** A lesson, which is fetched when it is opened; with what asks for it again where that failed. */
export function useLoadedLesson(key: LessonKey): readonly [LoadedLesson, () => void] {
  const [attempt, setAttempt] = useState(0)
  const [found, setFound] = useState<{ readonly key: LessonKey; readonly lesson: Lesson | 'failed' }>()
  // A new attempt asks again.
  useEffect(() => {
    let current = true
    loadLesson(key).then(
      (lesson) => current && setFound({ key, lesson }),
      () => current && setFound({ key, lesson: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [key, attempt])
  const retry = () => {
    setFound(undefined)
    setAttempt(attempt + 1)
  }
  return [found?.key === key ? found.lesson : 'loading', retry]
}
