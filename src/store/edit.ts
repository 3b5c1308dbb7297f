/** Changing one control of a draft: the new experiment, or what is wrong with the value. Nothing else moves unless it must. */
import { dataSet } from '../domain/data/registry.ts'
import type { DataSetKey, Experiment } from '../domain/experiment.ts'
import { type KnobKey, putKnob } from '../domain/knobs.ts'
import { type Parsed, parseExperiment } from '../domain/parse.ts'

export function edit(experiment: Experiment, key: KnobKey, value: unknown): Parsed {
  const next = putKnob(experiment, key, value)
  return parseExperiment(key === 'data' ? accommodated(next as Experiment, value as DataSetKey) : next)
}

/** Settings that the new data set cannot have are brought to the nearest it can. */
function accommodated(experiment: Experiment, set: DataSetKey): object {
  const source = dataSet(set)
  const { data, earlyStopping } = experiment
  const monitor = source.task === 'regression' ? 'validation-loss' : earlyStopping?.monitor
  const available = source.available ?? Number.POSITIVE_INFINITY
  const train = Math.min(data.train, available - 2)
  const left = Math.floor((available - train) / 2)
  return {
    ...experiment,
    data: {
      ...data,
      train,
      validation: Math.min(data.validation, left),
      test: Math.min(data.test, left),
      labelNoise: source.task === 'regression' ? 0 : data.labelNoise,
    },
    earlyStopping: earlyStopping && { ...earlyStopping, monitor },
  }
}
