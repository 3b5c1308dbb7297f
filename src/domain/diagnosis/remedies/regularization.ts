/** Remedies for a network that learns its samples by heart, and against too much of them. */
import { hiddenLayers } from '../hidden-units.ts'
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

/** A tenth of every penalty that is on, and then none. */
export const lessRegularization: Propose = ({ experiment, figures }) => {
  if (figures.regularized.value !== 1) return []
  const layers = experiment.model.layers.map(({ dropout: own, ...layer }) =>
    own === undefined ? layer : { ...layer, dropout: 0 },
  )
  const { l1: sparse, l2: squared, dropout: rate } = experiment.regularization
  return [10, Number.POSITIVE_INFINITY].map((divisor) =>
    changed(changed(experiment, 'model', { layers }), 'regularization', {
      l1: roundValue(sparse / divisor),
      l2: roundValue(squared / divisor),
      dropout: divisor === 10 ? roundValue(rate / 3) : 0,
    }),
  )
}
