/** Two levels every loss curve is read against: what guessing scores, and what nothing can beat. */
import { dataSet } from './data/registry.ts'
import type { Experiment } from './experiment.ts'

/**
 * Loss of the best constant prediction: for balanced classes ln K for cross-entropy, (K−1)/K² for MSE on softmax, ¼ for
 * MSE on one sigmoid; for numbers their variance, where it is known.
 */
export function guessingLoss({ data, loss }: Experiment): number | null {
  const set = dataSet(data)
  const classes = set.classes.length
  if (classes === 0) return set.kind === 'stored' && !data.standardize ? null : set.guessing
  if (loss === 'cross-entropy') return Math.log(classes)
  return classes === 2 ? 1 / 4 : (classes - 1) / classes ** 2
}

/**
 * Loss that no model can beat on the validation data, as far as the added noise fixes it: entropy of labels replaced
 * with chance e in all parts; variance of the noise on the numbers to predict. null where it is unknown or 0.
 */
export function noiseFloor({ data, loss }: Experiment): number | null {
  const set = dataSet(data)
  if (set.task === 'regression')
    return set.kind === 'generated' && set.noise === 'target' && data.noise > 0 ? data.noise ** 2 : null
  const e = data.labelNoise
  if (e === 0 || data.labelNoiseIn !== 'all') return null
  const others = set.classes.length - 1
  if (loss === 'cross-entropy') return -(1 - e) * Math.log(1 - e) - e * Math.log(e / others)
  return set.classes.length === 2 ? e * (1 - e) : ((1 - e) * e + e * (1 - e / others)) / set.classes.length
}
