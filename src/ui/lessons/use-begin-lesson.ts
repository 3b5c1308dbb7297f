import { useLayoutEffect } from 'react'
import { decodeLink } from '../../domain/link/link.ts'
import { sceneOf } from '../../domain/link/scene.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { lessonProgress } from '../../page/preferences.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { useActions } from '../shared/app-context.tsx'

/** Puts the scene of a lesson that was opened into the controls once the lesson is here; null while it is not. */
export function useBeginLesson({ key, scene }: LessonState, lesson: Lesson | null) {
  const { beginLesson, look } = useActions()
  // Before the question is painted, since an answer starts the runs of the scene.
  useLayoutEffect(() => {
    if (scene !== null || lesson === null) return
    beginLesson(sceneOf(decodeLink(lesson.scene, NO_TABLES)), lessonProgress(key))
    if (lesson.look.some(({ lastEpoch }) => lastEpoch)) look({ valuesOf: 'last' })
  }, [key, scene, lesson, beginLesson, look])
}
