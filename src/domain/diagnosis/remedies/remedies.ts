/**
 * What helps against a verdict, in the order of the course: first what is free, then what is surest. More data never
 * helps a network that cannot fit the data it has, and a smaller learning rate is no cure of overfitting: they are
 * not in those lists.
 */
import type { Experiment } from '../../experiment/experiment.ts'
import { parseExperiment } from '../../parsing/parse.ts'
import { changes } from '../../settings/changes.ts'
import type { SettingKey } from '../../settings/settings.ts'
import { NO_TABLES } from '../../table/library.ts'
import type { Verdict } from '../verdict.ts'
import { moreData, morePowers, moreValidation, standardizedInputs } from './data.ts'
import {
  anotherLayer,
  fewerLayers,
  leakyRelu,
  lstm,
  narrowerLayers,
  nonlinearActivation,
  relu,
  residual,
  startWeights,
  widerLayers,
} from './model.ts'
import {
  adam,
  clippedGradient,
  crossEntropy,
  decayingRate,
  higherRate,
  largerBatch,
  lowerRate,
  momentum,
  moreEpochs,
  morePatience,
  muchLowerRate,
  smallerBatch,
} from './optimization.ts'
import { dropout, earlyStopping, l1, l2, lessRegularization } from './regularization.ts'
import type { Found, Propose } from './remedy.ts'

const REMEDIES = {
  'more-epochs': moreEpochs,
  'more-patience': morePatience,
  'higher-learning-rate': higherRate,
  'lower-learning-rate': lowerRate,
  'much-lower-learning-rate': muchLowerRate,
  'learning-rate-decay': decayingRate,
  momentum,
  adam,
  'smaller-batches': smallerBatch,
  'larger-batches': largerBatch,
  'clipped-gradient': clippedGradient,
  'cross-entropy': crossEntropy,
  'less-regularization': lessRegularization,
  'wider-layers': widerLayers,
  'another-layer': anotherLayer,
  'narrower-layers': narrowerLayers,
  'fewer-layers': fewerLayers,
  'nonlinear-activation': nonlinearActivation,
  relu,
  'leaky-relu': leakyRelu,
  'start-weights': startWeights,
  residual,
  lstm,
  'standardized-inputs': standardizedInputs,
  'more-powers': morePowers,
  'more-data': moreData,
  'more-validation': moreValidation,
  'early-stopping': earlyStopping,
  l2,
  l1,
  dropout,
} as const satisfies Record<string, Propose>
export type RemedyKey = keyof typeof REMEDIES

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
  'noisy-validation': ['more-validation', 'larger-batches', 'learning-rate-decay'],
}

export interface Remedy {
  readonly key: RemedyKey
  /** The run's experiment with the remedy applied. */
  readonly experiment: Experiment
  /** Whether all its values were tried; then the experiment is the last of them. */
  readonly isTried: boolean
  /** The experiments with each of its values. */
  readonly values: readonly Experiment[]
}

/** The setting that a remedy changes, or the first of them. */
export const REMEDY_SETTINGS: Readonly<Record<RemedyKey, SettingKey>> = {
  'more-epochs': 'epochs',
  'more-patience': 'patience',
  'higher-learning-rate': 'lr',
  'lower-learning-rate': 'lr',
  'much-lower-learning-rate': 'lr',
  'learning-rate-decay': 'schedule',
  momentum: 'optimizer',
  adam: 'optimizer',
  'smaller-batches': 'batch',
  'larger-batches': 'batch',
  'clipped-gradient': 'clip-norm',
  'cross-entropy': 'loss',
  'less-regularization': 'l2',
  'wider-layers': 'layers',
  'another-layer': 'layers',
  'narrower-layers': 'layers',
  'fewer-layers': 'layers',
  'nonlinear-activation': 'activation',
  relu: 'activation',
  'leaky-relu': 'activation',
  'start-weights': 'init',
  residual: 'model',
  lstm: 'model',
  'standardized-inputs': 'standardize',
  'more-powers': 'degree',
  'more-data': 'train',
  'more-validation': 'validation',
  'early-stopping': 'patience',
  l2: 'l2',
  l1: 'l1',
  dropout: 'dropout',
}

/** Whether a remedy is one of those against a verdict. */
export const helpsAgainst = (key: RemedyKey, verdict: Verdict): boolean => AGAINST[verdict].includes(key)

/**
 * The remedies for a run, each with the first value that was not tried yet. `tried` are the experiments of other runs.
 * What cannot be trained, or changes nothing, is not among them.
 */
export function remediesFor(
  experiment: Experiment,
  epochs: number,
  found: Found,
  tried: readonly Experiment[] = [],
): readonly Remedy[] {
  return AGAINST[found.verdict].flatMap((key) => remedyFor(key, experiment, epochs, found, tried) ?? [])
}

/** One remedy for a run, whatever the verdict on it; null where it cannot be trained or changes nothing. */
export function remedyFor(
  key: RemedyKey,
  experiment: Experiment,
  epochs: number,
  { verdict, figures, endedByPatience }: Found,
  tried: readonly Experiment[] = [],
): Remedy | null {
  const useful = REMEDIES[key]({ experiment, verdict, figures, endedByPatience, epochs }).filter((proposal) =>
    isUseful(experiment, proposal),
  )
  const next = useful.find((proposal) => !tried.some((other) => changes(proposal, other).length === 0))
  const shown = next ?? useful.at(-1)
  return shown ? { key, experiment: shown, isTried: next === undefined, values: useful } : null
}

function isUseful(experiment: Experiment, proposal: Experiment): boolean {
  return changes(experiment, proposal).length > 0 && parseExperiment(proposal, NO_TABLES).ok
}
