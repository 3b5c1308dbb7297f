import { FEWEST_EPOCHS } from '../judged-run.ts'
import { atLeast, below, type Check, type Figures, type Rule } from '../verdict.ts'

/**
 * There is much left that training still takes, and validation does not rise, or no further than by chance. A run that has
 * gone on and come back has tried that already.
 */
export function improving(f: Figures): readonly (readonly Check[])[] {
  const falling = [
    atLeast(f, 'train-left', 0.12),
    atLeast(f, 'progress', 0.02),
    below(f, 'epochs-discarded', FEWEST_EPOCHS),
  ]
  return [
    [...falling, below(f, 'validation-rise-explainable', 0.02)],
    [...falling, below(f, 'validation-rise-errors', 2)],
  ]
}

export const stillImproving: Rule<'still-improving'> = {
  key: 'still-improving',
  clauses: improving,
}
