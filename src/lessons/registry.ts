import type { LessonKey } from '../domain/link/lesson-keys.ts'
import type { Lesson } from './lesson.ts'

/** A lesson is fetched when it is opened. */
const LESSONS: Readonly<Record<LessonKey, () => Promise<{ readonly lesson: Lesson }>>> = {
  diagnosis: () => import('./diagnosis.ts'),
  spiral: () => import('./spiral.ts'),
  'overfitting-over-time': () => import('./overfitting-over-time.ts'),
  'sealed-test': () => import('./sealed-test.ts'),
  'early-stopping': () => import('./early-stopping.ts'),
  l1: () => import('./l1.ts'),
  l2: () => import('./l2.ts'),
  dropout: () => import('./dropout.ts'),
  'more-data': () => import('./more-data.ts'),
  'wrong-labels': () => import('./wrong-labels.ts'),
  'u-curve': () => import('./u-curve.ts'),
  'double-descent': () => import('./double-descent.ts'),
  'picking-the-best': () => import('./picking-the-best.ts'),
}

export async function loadLesson(key: LessonKey): Promise<Lesson> {
  return (await LESSONS[key]()).lesson
}
