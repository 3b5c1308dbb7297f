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
  'u-curve': () => import('./u-curve.ts'),
  'double-descent': () => import('./double-descent.ts'),
  'picking-the-best': () => import('./picking-the-best.ts'),
}

export async function loadLesson(key: LessonKey): Promise<Lesson> {
  return (await LESSONS[key]()).lesson
}
