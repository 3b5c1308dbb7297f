import { atLeast, type Rule } from '../verdict.ts'

/** Naming the most frequent class every time already looks like a good accuracy. */
export const imbalanced: Rule<'imbalanced'> = {
  key: 'imbalanced',
  clauses: (f) => [[atLeast(f, 'largest-class', 0.8)]],
}
