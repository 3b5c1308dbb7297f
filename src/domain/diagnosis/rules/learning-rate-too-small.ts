import { atLeast, below, type Check, type Figures, type Rule } from '../verdict.ts'
import { halfPace } from './changes.ts'
import { improving } from './still-improving.ts'

/** Steps of the usual size are a thousandth of the weights; fewer than a third of that is small. */
const SMALL_STEP = 3e-4

/**
 * The weights hardly move while there is much to learn, at first or from beginning to end; or the curve is smooth and has not begun to settle, as it is of
 * steps too short to miss, and next to nothing of the loss is gone. A plateau looks like that too, so where the steps
 * are measured they decide.
 */
export const learningRateTooSmall: Rule<'learning-rate-too-small'> = {
  key: 'learning-rate-too-small',
  clauses: (f) => {
    const smooth = [
      below(f, 'rising-epochs', 0.1),
      atLeast(f, 'progress', Math.max(1e-4, halfPace(f))),
      ...whereMeasured(f),
    ]
    return [
      [atLeast(f, 'train-left', 0.95), below(f, 'update-ratio-early', SMALL_STEP)],
      [
        atLeast(f, 'train-left', 0.3),
        below(f, 'update-ratio-early', SMALL_STEP),
        below(f, 'update-ratio-late', SMALL_STEP),
        below(f, 'train-fall', 0.05),
      ],
      [atLeast(f, 'train-left', 0.9), ...smooth],
      [
        atLeast(f, 'train-left', 0.5),
        below(f, 'train-left-early', (f['train-left'].value ?? 0) + 0.15),
        ...smooth,
      ],
      ...improving(f).map((checks) => [...checks, below(f, 'update-ratio-late', SMALL_STEP)]),
    ]
  },
}

function whereMeasured(f: Figures): readonly Check[] {
  return f['update-ratio-late'].value === null ? [] : [below(f, 'update-ratio-late', SMALL_STEP)]
}
