import { atLeast, below, type Check, type Figures, type Rule } from '../verdict.ts'

/** Validation does not rise, and there is much left that training still takes. */
export const improving = (f: Figures): readonly Check[] => [
  below(f, 'validation-rise-explainable', 0.02),
  atLeast(f, 'train-left', 0.12),
  atLeast(f, 'progress', 0.02),
]

export const stillImproving: Rule<'still-improving'> = {
  key: 'still-improving',
  clauses: (f) => [improving(f)],
}
