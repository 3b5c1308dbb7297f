import type { LessonKey } from '../domain/link/lesson-keys.ts'
import type { Lesson } from './lesson.ts'

/** A lesson is fetched when it is opened. */
const LESSONS: Readonly<Record<LessonKey, () => Promise<{ readonly lesson: Lesson }>>> = {
  'overfitting-over-time': () => import('./overfitting-over-time.ts'),
  'learning-rate': () => import('./learning-rate.ts'),
  'batch-size': () => import('./batch-size.ts'),
  'sigmoid-to-relu': () => import('./sigmoid-to-relu.ts'),
  'depth-gradients': () => import('./depth-gradients.ts'),
  'dead-relus': () => import('./dead-relus.ts'),
  'sgd-troubles': () => import('./sgd-troubles.ts'),
  momentum: () => import('./momentum.ts'),
  adagrad: () => import('./adagrad.ts'),
  rmsprop: () => import('./rmsprop.ts'),
  adam: () => import('./adam.ts'),
  'optimizers-compared': () => import('./optimizers-compared.ts'),
  'cross-entropy': () => import('./cross-entropy.ts'),
  'residual-blocks': () => import('./residual-blocks.ts'),
  resnet: () => import('./resnet.ts'),
  lstm: () => import('./lstm.ts'),
  'keras-flow': () => import('./keras-flow.ts'),
}

export async function loadLesson(key: LessonKey): Promise<Lesson> {
  return (await LESSONS[key]()).lesson
}
