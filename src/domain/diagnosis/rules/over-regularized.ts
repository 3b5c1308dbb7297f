import { atLeast, type Rule } from '../verdict.ts'

/** The penalty has pulled the data loss up again. */
export const overRegularized: Rule<'over-regularized'> = {
  key: 'over-regularized',
  clauses: (f) => [
    [atLeast(f, 'regularized', 1), atLeast(f, 'train-left', 0.12), atLeast(f, 'train-rise', 0.1)],
  ],
}
