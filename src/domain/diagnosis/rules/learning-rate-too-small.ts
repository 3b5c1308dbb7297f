import { atLeast, below, type Check, type Figures, type Rule } from '../verdict.ts'
import { improving } from './still-improving.ts'

/** Steps of the usual size are a thousandth of the weights; these are far smaller, or the loss has hardly moved. */
export const learningRateTooSmall: Rule<'learning-rate-too-small'> = {
  key: 'learning-rate-too-small',
  clauses: (f: Figures): (readonly Check[])[] => [
    [atLeast(f, 'train-left', 0.95), below(f, 'update-ratio-early', 3e-4)],
    [...improving(f), atLeast(f, 'train-left-early', 0.9)],
    [...improving(f), below(f, 'update-ratio-late', 3e-4)],
  ],
}
