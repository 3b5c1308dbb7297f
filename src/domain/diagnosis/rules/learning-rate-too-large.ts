import { atLeast, below, type Rule } from '../verdict.ts'
import { steps } from './changes.ts'

/**
 * The training loss itself jumps, and by more than it falls: where it goes down by two steps or more in a fifth of the
 * run, small batches make it jump and it gets on, unless it jumps above what guessing scores. Or a jump has silenced the
 * units, which penalties do as well.
 */
export const learningRateTooLarge: Rule<'learning-rate-too-large'> = {
  key: 'learning-rate-too-large',
  clauses: (f) => {
    const jumping = [atLeast(f, 'train-left', 0.05), atLeast(f, 'step-size', 0.03)]
    const silenced = [atLeast(f, 'train-left', 0.05), below(f, 'regularized', 1)]
    return [
      [...jumping, atLeast(f, 'rising-epochs', 0.3), below(f, 'progress', steps(f, 2))],
      [...jumping, atLeast(f, 'rising-epochs', 0.2), atLeast(f, 'loss-over-constant', 1)],
      [...silenced, atLeast(f, 'spike', 0.1), atLeast(f, 'dead-units', 0.5)],
      [...silenced, atLeast(f, 'dead-units', 0.8), below(f, 'dead-units-at-start', 0.5)],
    ]
  },
}
