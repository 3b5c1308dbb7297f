import { atLeast, below, type Rule } from '../verdict.ts'

/**
 * The validation part is so small that its loss could as well be a quarter of the way to guessing off, and what is seen
 * of it is not so large that it stands out all the same.
 */
export const noisyValidation: Rule<'noisy-validation'> = {
  key: 'noisy-validation',
  clauses: (f) => [
    [
      atLeast(f, 'validation-uncertainty', 0.25),
      below(f, 'validation-rise-errors', 4),
      below(f, 'gap-errors', 4),
    ],
  ],
}
