import { atLeast, below, type Rule } from '../verdict.ts'
import { steps } from './changes.ts'

/**
 * The training loss itself jumps, and by more than it falls: where it goes down by two steps or more in a fifth of the
 * run, small batches make it jump and it gets on, unless it jumps above what guessing scores. Jumps that are small beside
 * what is left are not what keeps it up: they lie on a plateau that smaller steps do not leave either, unless the units
 * have been driven to their bounds. Or a jump has silenced the units, which penalties do as well.
 */
export const learningRateTooLarge: Rule<'learning-rate-too-large'> = {
  key: 'learning-rate-too-large',
  clauses: (f) => {
    const isLeft = atLeast(f, 'train-left', 0.05)
    const jumping = [isLeft, atLeast(f, 'step-size', 0.03), atLeast(f, 'rising-epochs', 0.2)]
    const unpenalized = [isLeft, below(f, 'regularized', 1)]
    return [
      [
        isLeft,
        atLeast(f, 'step-size', Math.max(0.03, (f['train-left'].value ?? 0) / 10)),
        atLeast(f, 'rising-epochs', 0.3),
        below(f, 'progress', steps(f, 2)),
      ],
      [...jumping, atLeast(f, 'saturated-units', 0.5)],
      [...jumping, atLeast(f, 'loss-over-constant', 1.05)],
      [...unpenalized, atLeast(f, 'spike', 0.1), atLeast(f, 'dead-units', 0.5)],
      [...unpenalized, atLeast(f, 'dead-units', 0.8), below(f, 'dead-units-at-start', 0.5)],
    ]
  },
}
