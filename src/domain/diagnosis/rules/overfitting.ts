import { atLeast, below, type Rule } from '../verdict.ts'

/**
 * Validation has risen from its minimum while training went on falling (a rise that training shares is too much
 * regularization, or too large a step), or stands far above training. A rise in percent alone would cry out near 0. Or a run
 * went back to where it had learned next to nothing, because what training learned after that was of no use elsewhere.
 */
export const overfitting: Rule<'overfitting'> = {
  key: 'overfitting',
  clauses: (f) => [
    [
      atLeast(f, 'validation-rise', 0.1),
      atLeast(f, 'validation-rise-explainable', 0.02),
      atLeast(f, 'validation-rise-errors', 2),
      below(f, 'shared-rise', 0.5),
    ],
    [atLeast(f, 'gap', 0.1), atLeast(f, 'gap-errors', 2), below(f, 'train-left-surely', 0.12)],
    [atLeast(f, 'gap', 0.1), atLeast(f, 'gap-errors', 2), atLeast(f, 'gap-over-train', 0.5)],
    [
      atLeast(f, 'train-left-surely', 0.5),
      atLeast(f, 'epochs-discarded', 10),
      atLeast(f, 'fall-discarded', 0.05),
    ],
  ],
}
