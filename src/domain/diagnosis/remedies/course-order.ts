/**
 * What helps against a verdict, in the order of the course: first what is free, then what is surest. More data never
 * helps a network that cannot fit the data it has, and a smaller learning rate is no cure of overfitting: they are
 * not in those lists. Nor are larger batches against a validation part that is too small to be read.
 */
import type { Experiment } from '../../experiment/experiment.ts'
import { FEWEST_EPOCHS } from '../judged-run.ts'
import type { Verdict } from '../verdict.ts'
import { isUnscaled } from './data.ts'
import { beginsAlike, beginsTooSmall, forgets, isAmple, sigmoidLayers } from './model.ts'
import { hasFaded, PLAIN_STEPS } from './optimization.ts'
import type { RemedyKey } from './proposals.ts'
import { isHeldDown, pullsTooFar } from './regularization.ts'
import type { Found } from './remedy.ts'

const AGAINST: Record<Verdict, readonly RemedyKey[]> = {
  'too-early': ['more-patience', 'more-epochs'],
  'still-improving': [
    'looser-clipping',
    'more-patience',
    'more-epochs',
    'higher-learning-rate',
    'momentum',
    'adam',
    'smaller-batches',
  ],
  underfitting: [
    'looser-clipping',
    'less-regularization',
    'more-patience',
    'nonlinear-activation',
    'wider-layers',
    'lstm',
    'another-layer',
    'more-powers',
    'more-epochs',
    'higher-learning-rate',
    'adam',
    'relu',
    'standardized-inputs',
    'residual',
  ],
  'good-fit': [],
  overfitting: ['early-stopping', 'more-data', 'l2', 'dropout', 'l1', 'narrower-layers'],
  diverging: ['much-lower-learning-rate', 'standardized-inputs', 'clipped-gradient', 'start-weights'],
  'learning-rate-too-large': ['lower-learning-rate', 'larger-batches', 'learning-rate-decay', 'adam'],
  'learning-rate-too-small': [
    'looser-clipping',
    'higher-learning-rate',
    'momentum',
    'adam',
    'cross-entropy',
    'more-epochs',
  ],
  'vanishing-gradient': ['relu', 'start-weights', 'fewer-layers', 'residual', 'lstm'],
  'dead-relu': ['lower-learning-rate', 'start-weights', 'leaky-relu'],
  'noisy-validation': ['more-validation'],
}

/** Whether a remedy is one of those against a verdict. */
export const helpsAgainst = (key: RemedyKey, verdict: Verdict): boolean => AGAINST[verdict].includes(key)

/**
 * The remedies that this run may need, in the order in which it needs them: a cause that is plain from its settings comes
 * before the course's order, and what it makes useless is left out.
 */
export function keysAgainst(experiment: Experiment, found: Found): readonly RemedyKey[] {
  const { verdict, figures } = found
  const keys = AGAINST[verdict]
  const is = (quantity: keyof Found['figures']) => figures[quantity].value ?? Number.NaN
  switch (verdict) {
    // What was not judged for want of anything to learn is long enough.
    case 'too-early':
      return is('epochs') < FEWEST_EPOCHS ? keys : []
    case 'still-improving':
      return leading(keys, [
        ['less-regularization', isHeldDown(experiment)],
        ['standardized-inputs', isUnscaled(experiment)],
        ['higher-learning-rate', hasFaded(experiment)],
      ])
    case 'underfitting': {
      // What a crushing penalty holds down, and units that begin alike, are helped by nothing else.
      if (isHeldDown(experiment)) return ['less-regularization']
      if (beginsAlike(experiment)) return ['start-weights']
      // Of a curve that has come to rest only one that never rises is worth going on with.
      const stillFalls = is('rising-epochs') < 0.1 && is('progress') >= 0.002
      const isLarge = isAmple(experiment) && PLAIN_STEPS.includes(experiment.optimizer.kind)
      const useful = keys.filter((key) => {
        if (key === 'more-epochs') return stillFalls
        return !isLarge || (key !== 'wider-layers' && key !== 'another-layer')
      })
      return leading(useful, [
        ['start-weights', beginsTooSmall(experiment)],
        ['standardized-inputs', isUnscaled(experiment) || is('saturated-units') >= 0.5],
        ['higher-learning-rate', hasFaded(experiment)],
        ['lstm', forgets(experiment) && is('train-left') >= 0.5],
        ['relu', sigmoidLayers(experiment) >= 2],
        ['more-epochs', stillFalls],
        ['higher-learning-rate', stillFalls],
      ])
    }
    case 'vanishing-gradient':
      return leading(keys, [['start-weights', beginsAlike(experiment) || beginsTooSmall(experiment)]])
    case 'learning-rate-too-small':
      // Larger steps of such weights lead far away, once they have grown.
      if (beginsTooSmall(experiment)) return ['start-weights', 'adam']
      return leading(keys, [['standardized-inputs', isUnscaled(experiment)]])
    case 'dead-relu':
      if (isHeldDown(experiment)) return ['less-regularization']
      return leading(againstDeath(experiment, is('dead-units-at-start')), [
        ['standardized-inputs', isUnscaled(experiment)],
      ])
    case 'overfitting':
      // Where validation never rose after its minimum, it is not for having trained too long that the losses part.
      return is('validation-rise') < 0.02 ? keys.filter((key) => key !== 'early-stopping') : keys
    case 'diverging':
    case 'learning-rate-too-large':
      return leading(keys, [
        ['less-regularization', pullsTooFar(experiment)],
        ['standardized-inputs', verdict === 'learning-rate-too-large' && isUnscaled(experiment)],
      ])
    default:
      return keys
  }
}

/**
 * Units that were dead before the first step have died of their weights: smaller steps do not wake them. Those that lived have
 * died of a step: the same step kills them from other weights, and a unit that cannot die is thrown far away by it.
 */
function againstDeath(experiment: Experiment, deadAtStart: number): readonly RemedyKey[] {
  return deadAtStart >= 0.5 || beginsTooSmall(experiment)
    ? ['start-weights', 'leaky-relu']
    : ['lower-learning-rate', 'less-regularization']
}

/** With those first that apply, in their order. */
function leading(
  keys: readonly RemedyKey[],
  causes: readonly (readonly [RemedyKey, boolean])[],
): readonly RemedyKey[] {
  const first = causes.flatMap(([key, applies]) => (applies ? [key] : []))
  return [...new Set([...first, ...keys])]
}
