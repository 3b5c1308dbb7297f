import { atLeast, type Rule } from '../verdict.ts'

/** An eighth of what could be learned is left on the samples that the network has seen. */
export const underfitting: Rule<'underfitting'> = {
  key: 'underfitting',
  clauses: (f) => [[atLeast(f, 'train-left-surely', 0.12)]],
}
