import { FEWEST_EPOCHS } from '../judged-run.ts'
import { atLeast, below, type Rule } from '../verdict.ts'
import { steps } from './changes.ts'

/**
 * Losses that are no numbers, or that have risen far above what one answer to everything would score, or that were
 * thrown out of sight before the first epoch ended and stay there. A network that begins above that level and comes
 * down does not diverge; one that jumps about there has too large a learning rate.
 */
export const diverging: Rule<'diverging'> = {
  key: 'diverging',
  clauses: (f) => {
    const isHigh = atLeast(f, 'loss-over-constant', 1.5)
    return [
      [atLeast(f, 'not-finite', 1)],
      [isHigh, atLeast(f, 'train-rise', 0.5), atLeast(f, 'rising-epochs', 0.8)],
      [isHigh, atLeast(f, 'train-rise', Math.max(0.5, steps(f, 10)))],
      [
        atLeast(f, 'loss-over-constant', 100),
        atLeast(f, 'epochs', FEWEST_EPOCHS),
        below(f, 'progress', Math.max(0.02, steps(f, 2))),
      ],
    ]
  },
}
