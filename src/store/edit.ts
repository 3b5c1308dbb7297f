/** Changing one control of a draft: the new experiment, or what is wrong with the value. Nothing else moves unless it must. */
import { dataSet } from '../domain/data/registry.ts'
import type { DataSetKey, Experiment } from '../domain/experiment.ts'
import { type KnobKey, putKnob } from '../domain/knobs.ts'
import { type Parsed, parseExperiment } from '../domain/parse.ts'
import type { Problem } from '../domain/problem.ts'

export function edit(experiment: Experiment, key: KnobKey, value: unknown): Parsed {
  const next = putKnob(experiment, key, value)
  const parsed = parseExperiment(
    key === 'data' ? accommodated(next as Experiment, value as DataSetKey) : next,
  )
  if (parsed.ok || key !== 'train') return parsed
  return { ok: false, problems: parsed.problems.map((problem) => ofTrain(problem, experiment, value)) }
}

/** Too few samples for the other parts is, to who asked for more training samples, too many of those. */
function ofTrain(problem: Problem, { data }: Experiment, value: unknown): Problem {
  if (problem.kind !== 'too-few-samples') return problem
  const limit = problem.available - 2 * Math.max(data.validation, data.test)
  return { path: 'data.train', kind: 'too-large', limit, received: String(value) }
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
