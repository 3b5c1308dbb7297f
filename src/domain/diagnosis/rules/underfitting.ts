import { atLeast, below, type Rule } from '../verdict.ts'

/**
 * An eighth of what could be learned is left on the samples that the network has seen, and not because better weights for
 * them were thrown away; or half of it, for whatever reason.
 */
export const underfitting: Rule<'underfitting'> = {
  key: 'underfitting',
  clauses: (f) => [
    [atLeast(f, 'train-left-surely', 0.12), below(f, 'fall-discarded', 0.02)],
    [atLeast(f, 'train-left-surely', 0.5)],
  ],
}
