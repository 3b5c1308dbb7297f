/** Remedies for a network that learns its samples by heart, and against too much of them. */
import type { Experiment } from '../../experiment/experiment.ts'
import { hiddenLayers } from '../hidden-units.ts'
import { PLAIN_STEPS } from './optimization.ts'
import { changed, type Propose, roundValue } from './remedy.ts'

/** Keeps the weights of the validation minimum. Patience is a fraction of how long the run went on after it. */
export const earlyStopping: Propose = ({ experiment, figures, epochs }) => {
  const { earlyStopping: own } = experiment
  // A run that went back to its best weights ends at its minimum: to stop elsewhere cannot help.
  const rise = figures['validation-rise'].value ?? 0
  if (own?.restoreBest && rise < 0.1) return []
  const lowest = figures['validation-rise'].epochs?.[0] ?? epochs
  const patience = roundValue(Math.min(20, Math.max(5, (epochs - lowest) / 4)))
  const rule = own ?? { monitor: 'validation-loss' as const, minDelta: 0, startFromEpoch: 0, every: 1 }
  return [{ ...experiment, earlyStopping: { ...rule, patience, restoreBest: true } }]
}

function stronger(now: number, first: readonly number[]): readonly number[] {
  return now === 0 ? first : [3, 10].map((factor) => Math.min(10, roundValue(now * factor)))
}

export const l2: Propose = ({ experiment }) =>
  stronger(experiment.regularization.l2, [0.003, 0.01, 0.03, 0.001]).map((value) =>
    changed(experiment, 'regularization', { l2: value }),
  )

export const l1: Propose = ({ experiment }) =>
  stronger(experiment.regularization.l1, [0.001, 0.003, 0.0003]).map((value) =>
    changed(experiment, 'regularization', { l1: value }),
  )

export const dropout: Propose = ({ experiment }) => {
  const now = experiment.regularization.dropout
  if (hiddenLayers(experiment).length === 0) return []
  return [0.3, 0.5, 0.7]
    .filter((rate) => rate > now)
    .map((rate) => changed(experiment, 'regularization', { dropout: rate }))
}

/** The strengths that are tried first against overfitting. */
const USUAL = { l1: 0.001, l2: 0.003, weightDecay: 0.004 }
/** A penalty of a thirtieth of that is hardly felt. */
const FELT = 1 / 30
/** At ten times as much nothing else is of use: every weight is pulled to 0. */
const CRUSHING = 10

/** The penalties as multiples of their usual strength; the decay of weights counts only with the optimizer that has it. */
function strengths({
  regularization: { l1: sparse, l2: squared },
  optimizer,
}: Experiment): readonly number[] {
  const decay = optimizer.kind === 'adamw' ? optimizer.weightDecay : 0
  return [sparse / USUAL.l1, squared / USUAL.l2, decay / USUAL.weightDecay]
}

/** At such a rate four units of five are silenced: next to nothing of the network is left to learn with. */
const CRUSHING_DROPOUT = 0.8

/** Whether penalties or dropout are so strong that they alone explain what is left to learn. */
export const isHeldDown = (experiment: Experiment) =>
  strengths(experiment).some((strength) => strength >= CRUSHING) ||
  dropRates(experiment).some((rate) => rate >= CRUSHING_DROPOUT)

const dropRates = ({ regularization, model }: Experiment): readonly number[] =>
  model.layers.length === 0
    ? []
    : [regularization.dropout, ...model.layers.map(({ dropout }) => dropout ?? 0)]

/** Whether a step of the penalty alone throws every weight beyond 0: what the data say does not count beside it. */
export const pullsTooFar = ({ regularization: { l2 }, optimizer: { kind, learningRate } }: Experiment) =>
  PLAIN_STEPS.includes(kind) && 2 * l2 * learningRate >= 1

/** Penalties and dropout of a tenth, or of the usual strength where that is less; and then none. */
export const lessRegularization: Propose = ({ experiment }) => {
  const { regularization, model, optimizer } = experiment
  const [sparse, squared, decay] = strengths(experiment) as [number, number, number]
  // Every run of AdamW has its decay, which is no penalty that somebody has put on.
  const isFelt =
    sparse >= FELT || squared >= FELT || decay >= CRUSHING || dropRates(experiment).some((rate) => rate > 0)
  if (!isFelt) return []
  const layers = model.layers.map(({ dropout: own, ...layer }) =>
    own === undefined ? layer : { ...layer, dropout: 0 },
  )
  const weightDecay = Math.min(optimizer.weightDecay, USUAL.weightDecay)
  const weaker = (value: number, usual: number) => roundValue(Math.min(value / 10, usual))
  const penalties = [
    {
      l1: weaker(regularization.l1, USUAL.l1),
      l2: weaker(regularization.l2, USUAL.l2),
      dropout: roundValue(regularization.dropout / 3),
    },
    { l1: 0, l2: 0, dropout: 0 },
  ]
  return penalties.map((change) => {
    const eased = changed(changed(experiment, 'model', { layers }), 'regularization', change)
    return decay >= CRUSHING ? changed(eased, 'optimizer', { weightDecay }) : eased
  })
}
