/** Remedies for training that does not get where it could. */

import type { Experiment, OptimizerKind } from '../../experiment/experiment.ts'
import { MOST_EPOCHS } from '../../run/record-schema.ts'
import { isClippedDown } from '../clipping.ts'
import type { Figures } from '../verdict.ts'
import { changed, type Propose, roundValue, type Treated } from './remedy.ts'
import { largestStableRate } from './step-limit.ts'

/** Its steps are the gradient times the rate: no division by what was usual so far. */
export const PLAIN_STEPS: readonly OptimizerKind[] = ['sgd', 'momentum', 'nesterov']

function slower({ experiment }: Treated, divisors: readonly number[]) {
  const { learningRate, kind } = experiment.optimizer
  const limit = PLAIN_STEPS.includes(kind) ? largestStableRate(experiment) : null
  // Half of what is just stable: what is stable for all samples together need not be for every batch.
  const most = limit === null ? Number.POSITIVE_INFINITY : limit / 2
  return divisors.map((divisor) => {
    const rate = learningRate / divisor
    return changed(experiment, 'optimizer', {
      learningRate: rate <= most ? roundValue(rate) : belowRound(most),
    })
  })
}

/** The largest number of one digit that is not above. */
function belowRound(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value))
  return Number((Math.floor(value / unit) * unit).toPrecision(1))
}

/** Of a rate that has killed a whole layer a third does so too. */
export const lowerRate: Propose = (run) =>
  slower(run, run.verdict === 'dead-relu' ? [10, 30, 100] : [3, 10, 30])

/** For a run that broke off, where a third is seldom enough. */
export const muchLowerRate: Propose = (run) => slower(run, [10, 100, 1000])

/** Rates that the optimizers are usually begun with. */
const USUAL_RATES = { plain: [0.1, 0.03, 0.3], rescaled: [0.003, 0.001, 0.01] } as const

/**
 * Where training has come to rest too early, only steps that shrink with the gradient may have been too small: the others are
 * of the rate's own size.
 */
export const higherRate: Propose = ({ experiment, verdict, figures }) => {
  const { kind, learningRate } = experiment.optimizer
  // A schedule may have taken the steps away before the work was done.
  if (hasFaded(experiment)) return [changed(experiment, 'optimizer', { schedule: 'constant' })]
  const isPlain = PLAIN_STEPS.includes(kind)
  if (verdict === 'underfitting' && !isPlain) return []
  const limit = isPlain && experiment.loss === 'mse' ? largestStableRate(experiment) : null
  const usual = verdict === 'learning-rate-too-small' ? timesToUsualSteps(figures) : []
  // No factor makes a step of a rate of 0.
  const rates =
    learningRate === 0
      ? USUAL_RATES[isPlain ? 'plain' : 'rescaled']
      : [...usual, 3, 10, 30].map((factor) => Math.min(1000, roundValue(learningRate * factor)))
  return rates
    .filter((rate) => limit === null || rate <= limit / 2)
    .map((rate) => changed(experiment, 'optimizer', { learningRate: rate }))
}

/** A step of a thousandth of the weights is usual: what steps that were measured are short of it, a thousand times at most. */
function timesToUsualSteps(figures: Figures): readonly number[] {
  const ratio = figures['update-ratio-late'].value ?? 0
  const times = Math.min(1000, 1e-3 / ratio)
  return ratio > 0 && times > 3 ? [times] : []
}

/** Whether steps or the exponential have brought the rate down to a hundredth. */
export function hasFaded({ optimizer, training }: Experiment): boolean {
  const { schedule, decayRate, decayEvery } = optimizer
  if (schedule !== 'step' && schedule !== 'exponential') return false
  return decayRate ** (training.epochs / decayEvery) < 0.01
}

/** With less patience a run can end before its loss has begun to fall. */
const LEAST_PATIENCE = 20

export const morePatience: Propose = ({ experiment, endedByPatience }) => {
  const { earlyStopping } = experiment
  if (!endedByPatience || earlyStopping === null || earlyStopping.patience >= LEAST_PATIENCE) return []
  return [4, 10].map((factor) => ({
    ...experiment,
    earlyStopping: { ...earlyStopping, patience: Math.max(LEAST_PATIENCE, factor * earlyStopping.patience) },
  }))
}

/** Early stopping would end a longer run where it ended this one; and a rate that has faded takes it nowhere. */
export const moreEpochs: Propose = ({ experiment, endedByPatience, epochs }) => {
  if (endedByPatience || hasFaded(experiment)) return []
  return [4, 10]
    .map((factor) => Math.min(MOST_EPOCHS, Math.max(20, experiment.training.epochs, epochs) * factor))
    .map((most) => changed(experiment, 'training', { epochs: most }))
}

/** Steps that go on in one direction add up to ten times their length. */
export const momentum: Propose = ({ experiment }) =>
  experiment.optimizer.kind === 'sgd'
    ? [changed(experiment, 'optimizer', { kind: 'momentum', momentum: 0.9 })]
    : []

export const adam: Propose = ({ experiment }) => {
  const { kind } = experiment.optimizer
  if (['adam', 'adamw'].includes(kind)) return []
  return [0.003, 0.01].map((learningRate) => changed(experiment, 'optimizer', { kind: 'adam', learningRate }))
}

export const smallerBatch: Propose = ({ experiment }) => {
  const { batchSize } = experiment.training
  return [4, 16]
    .map((divisor) => Math.floor(batchSize / divisor))
    .filter((size) => size >= 4)
    .map((size) => changed(experiment, 'training', { batchSize: size }))
}

export const largerBatch: Propose = ({ experiment }) => {
  const { batchSize } = experiment.training
  const sizes = [4, 16].map((factor) => Math.min(experiment.data.train, batchSize * factor))
  return sizes
    .filter((size) => size > batchSize)
    .map((size) => changed(experiment, 'training', { batchSize: size }))
}

export const decayingRate: Propose = ({ experiment }) =>
  experiment.optimizer.schedule === 'constant'
    ? [changed(experiment, 'optimizer', { schedule: 'cosine' })]
    : []

/**
 * At the next power of ten above its usual size a limit cuts off only what is unusual; and then none. Of use where it is what
 * makes the steps small.
 */
export const looserClipping: Propose = ({ experiment, figures }) => {
  const { clipNorm } = experiment.optimizer
  if (clipNorm === null || !isClippedDown(experiment, figures)) return []
  const usual = clipNorm * figures['gradient-over-clip'].value!
  return [Number((10 ** Math.ceil(Math.log10(usual))).toPrecision(1)), null].map((limit) =>
    changed(experiment, 'optimizer', { clipNorm: limit }),
  )
}

export const clippedGradient: Propose = ({ experiment }) =>
  experiment.optimizer.clipNorm === null ? [changed(experiment, 'optimizer', { clipNorm: 1 })] : []

/** For classes: a squared error is flat where the network is wrong and sure. */
export const crossEntropy: Propose = ({ experiment }) =>
  experiment.loss === 'mse' ? [{ ...experiment, loss: 'cross-entropy' }] : []
