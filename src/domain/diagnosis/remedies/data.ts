/** Remedies that change the samples. */
import { dataSet, isPacked } from '../../data/registry.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { changed, type Propose } from './remedy.ts'

const FACTORS = [4, 10, 2]

export const moreData: Propose = ({ experiment }) =>
  FACTORS.map((factor) => changed(experiment, 'data', { train: experiment.data.train * factor }))

/**
 * Where a set has no more samples, half of those that training has, if that makes twice as many: a part that cannot be
 * read is worth nothing. How a table itself divides its rows is not for us to change.
 */
export const moreValidation: Propose = ({ experiment }) => {
  const { data } = experiment
  const larger = FACTORS.map((factor) =>
    changed(experiment, 'data', { validation: data.validation * factor }),
  )
  const set = dataSet(data)
  if (set.kind === 'generated' || set.order === 'given') return larger
  const train = Math.ceil(data.train / 2)
  // What training leaves is for validation and test alike.
  const validation = Math.floor((set.available - train) / 2)
  if (validation < 2 * data.validation) return larger
  return [...larger, changed(experiment, 'data', { train, validation })]
}

/** Pixels and generated sequences are of one size as they are. */
export const standardizedInputs: Propose = ({ experiment }) => {
  const { shape, kind } = dataSet(experiment.data)
  const isScaled = shape.kind === 'vector' || (shape.kind === 'sequence' && kind === 'stored')
  return experiment.data.standardize || !isScaled ? [] : [changed(experiment, 'data', { standardize: true })]
}

/** Beyond this the inputs of a table are not of the size that start weights and usual rates are made for. */
const LARGE = 10

/** Whether a table or series is given as it is, in units that make some of its columns large. */
export function isUnscaled({ data }: Experiment): boolean {
  const { kind, shape } = dataSet(data)
  if (data.standardize || kind !== 'stored' || shape.kind === 'image') return false
  if (isPacked(data)) return true
  const inputs = data.rows?.ranges.slice(0, -1) ?? []
  return inputs.some(([low, high]) => Math.max(-low, high) > LARGE)
}

/** Powers of x, where there is one input and no hidden layer that could make them. */
export const morePowers: Propose = ({ experiment }) => {
  const { data, model } = experiment
  const { inputs } = dataSet(data)
  if (inputs !== 1 || model.layers.length > 0) return []
  return [3, 5, 9]
    .filter((degree) => degree > data.degree)
    .map((degree) => changed(experiment, 'data', { degree }))
}
