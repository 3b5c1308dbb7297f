/** Remedies that change the samples. */
import { dataSet } from '../../data/registry.ts'
import { changed, type Propose } from './remedy.ts'

const FACTORS = [4, 10, 2]

export const moreData: Propose = ({ experiment }) =>
  FACTORS.map((factor) => changed(experiment, 'data', { train: experiment.data.train * factor }))

export const moreValidation: Propose = ({ experiment }) =>
  FACTORS.map((factor) => changed(experiment, 'data', { validation: experiment.data.validation * factor }))

export const standardizedInputs: Propose = ({ experiment }) =>
  experiment.data.standardize ? [] : [changed(experiment, 'data', { standardize: true })]

/** Powers of x, where there is one input and no hidden layer that could make them. */
export const morePowers: Propose = ({ experiment }) => {
  const { data, model } = experiment
  const { inputs } = dataSet(data)
  if (inputs !== 1 || model.layers.length > 0) return []
  return [3, 5, 9]
    .filter((degree) => degree > data.degree)
    .map((degree) => changed(experiment, 'data', { degree }))
}
