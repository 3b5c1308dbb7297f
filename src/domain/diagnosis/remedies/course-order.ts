/**
 * What helps against a verdict, in the order of the course: first what is free, then what is surest. More data never
 * helps a network that cannot fit the data it has, and a smaller learning rate is no cure of overfitting: they are
 * not in those lists. Nor are larger batches against a validation part that is too small to be read.
 */
import type { Experiment } from '../../experiment/experiment.ts'
import { FEWEST_EPOCHS } from '../judged-run.ts'
import type { Verdict } from '../verdict.ts'
import { beginsAlike } from './model.ts'
import type { RemedyKey } from './proposals.ts'
import { isHeldDown } from './regularization.ts'
import type { Found } from './remedy.ts'

const AGAINST: Record<Verdict, readonly RemedyKey[]> = {
  'too-early': ['more-patience', 'more-epochs'],
  'still-improving': [
    'more-patience',
    'more-epochs',
    'higher-learning-rate',
    'momentum',
    'adam',
    'smaller-batches',
  ],
  underfitting: [
    'less-regularization',
    'more-patience',
    'nonlinear-activation',
    'wider-layers',
    'another-layer',
    'more-powers',
    'more-epochs',
    'higher-learning-rate',
    'adam',
    'relu',
    'standardized-inputs',
    'lstm',
    'residual',
  ],
  'good-fit': [],
  overfitting: ['early-stopping', 'more-data', 'l2', 'dropout', 'l1', 'narrower-layers'],
  diverging: ['much-lower-learning-rate', 'standardized-inputs', 'clipped-gradient', 'start-weights'],
  'learning-rate-too-large': ['lower-learning-rate', 'larger-batches', 'learning-rate-decay', 'adam'],
  'learning-rate-too-small': ['higher-learning-rate', 'momentum', 'adam', 'cross-entropy', 'more-epochs'],
  'vanishing-gradient': ['relu', 'start-weights', 'fewer-layers', 'residual', 'lstm'],
  'dead-relu': ['lower-learning-rate', 'start-weights', 'leaky-relu'],
  'noisy-validation': ['more-validation'],
}

/** Whether a remedy is one of those against a verdict. */
export const helpsAgainst = (key: RemedyKey, verdict: Verdict): boolean => AGAINST[verdict].includes(key)

/**
 * The remedies that this run may need, in the order in which it needs them. What a crushing penalty holds down, and units that
 * begin alike, are helped by nothing else.
 */
export function keysAgainst(experiment: Experiment, found: Found): readonly RemedyKey[] {
  const keys = AGAINST[found.verdict]
  const without = (other: RemedyKey) => keys.filter((key) => key !== other)
  const is = (quantity: keyof Found['figures']) => found.figures[quantity].value ?? Number.NaN
  switch (found.verdict) {
    // What was not judged for want of anything to learn is long enough.
    case 'too-early':
      return is('epochs') < FEWEST_EPOCHS ? keys : []
    case 'underfitting': {
      if (isHeldDown(experiment)) return ['less-regularization']
      if (beginsAlike(experiment)) return ['start-weights']
      // Of a curve that has come to rest only one that never rises is worth going on with.
      const stillFalls = is('rising-epochs') < 0.1 && is('progress') >= 0.002
      const useful = stillFalls ? keys : without('more-epochs')
      return is('saturated-units') >= 0.5 ? first('standardized-inputs', useful) : useful
    }
    case 'vanishing-gradient':
      return beginsAlike(experiment) ? first('start-weights', keys) : keys
    // Units that were dead before the first step have died of their weights: smaller steps do not wake them.
    case 'dead-relu':
      if (isHeldDown(experiment)) return ['less-regularization']
      return is('dead-units-at-start') >= 0.5 ? without('lower-learning-rate') : keys
    default:
      return keys
  }
}

const first = (key: RemedyKey, keys: readonly RemedyKey[]): readonly RemedyKey[] => [
  key,
  ...keys.filter((other) => other !== key),
]
