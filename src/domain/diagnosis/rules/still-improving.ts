import { FEWEST_EPOCHS } from '../judged-run.ts'
import { atLeast, below, type Check, type Figures, type Rule } from '../verdict.ts'
import { steps } from './changes.ts'

/**
 * There is much left that training still takes, and validation does not rise, or no further than by chance. Where training
 * jumps, its fall has to be more than one jump, and not only what a jump had cost before; a curve that falls without a rise
 * tells the same from less than half as much. A run that has gone on and come back has tried that already.
 */
export function improving(f: Figures): readonly (readonly Check[])[] {
  const unfinished = [atLeast(f, 'train-left', 0.12), below(f, 'epochs-discarded', FEWEST_EPOCHS)]
  const falling = [
    [atLeast(f, 'progress', 0.02), below(f, 'rising-epochs', 0.3)],
    [atLeast(f, 'progress', Math.max(0.02, steps(f, 1))), atLeast(f, 'train-fall', f.progress.value ?? 0)],
    [atLeast(f, 'progress', 0.0075), below(f, 'rising-epochs', 0.1)],
  ]
  const notRising = [below(f, 'validation-rise-explainable', 0.02), below(f, 'validation-rise-errors', 2)]
  return falling.flatMap((falls) => notRising.map((check) => [...unfinished, ...falls, check]))
}

export const stillImproving: Rule<'still-improving'> = {
  key: 'still-improving',
  clauses: improving,
}
