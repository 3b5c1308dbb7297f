import { atLeast, below, type Rule } from '../verdict.ts'

/** The training loss itself jumps, or a jump has silenced the units. */
export const learningRateTooLarge: Rule<'learning-rate-too-large'> = {
  key: 'learning-rate-too-large',
  clauses: (f) => [
    [atLeast(f, 'train-left', 0.05), atLeast(f, 'rising-epochs', 0.3), atLeast(f, 'step-size', 0.03)],
    [atLeast(f, 'train-left', 0.05), atLeast(f, 'spike', 0.1), atLeast(f, 'dead-units', 0.5)],
    [atLeast(f, 'train-left', 0.05), atLeast(f, 'dead-units', 0.8), below(f, 'dead-units-at-start', 0.5)],
  ],
}
