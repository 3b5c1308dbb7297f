/** Apart from the map of the course, because a page shows its first verdict before anybody opens a lesson. */
import type { Flag, Verdict } from '../domain/diagnosis/verdict.ts'
import type { LessonKey } from '../domain/link/lesson-keys.ts'

/** The lesson that treats what a verdict says. */
export const VERDICT_LESSONS: Readonly<Record<Verdict | Flag, LessonKey>> = {
  'too-early': 'diagnosis',
  'still-improving': 'learning-rate',
  underfitting: 'spiral',
  'good-fit': 'sealed-test',
  overfitting: 'overfitting-over-time',
  diverging: 'learning-rate',
  'learning-rate-too-large': 'learning-rate',
  'learning-rate-too-small': 'learning-rate',
  'vanishing-gradient': 'sigmoid-to-relu',
  'dead-relu': 'dead-relus',
  'noisy-validation': 'picking-the-best',
  'over-regularized': 'l2',
  'memorizing-noise': 'wrong-labels',
  unstable: 'learning-rate',
  saturated: 'sigmoid-to-relu',
  'exploding-gradient': 'depth-gradients',
  imbalanced: 'diagnosis',
}
