/** Changing one control of a draft: the new experiment, or what is wrong with the value. Nothing else moves unless it must. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import { type Parsed, parseExperiment } from '../domain/parsing/parse.ts'
import { putSetting } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { adaptedToData } from './adapt-to-data.ts'

export function edit(experiment: Experiment, key: SettingKey, value: unknown): Parsed {
  const next = putSetting(experiment, key, value)
  const parsed = parseExperiment(adaptedToData(next as Experiment, key, experiment))
  if (parsed.ok || key !== 'train') return parsed
  return { ok: false, problems: parsed.problems.map((problem) => ofTrain(problem, experiment, value)) }
}

/** Too few samples for the other parts is, to who asked for more training samples, too many of those. */
function ofTrain(problem: Problem, { data }: Experiment, value: unknown): Problem {
  if (problem.kind !== 'too-few-samples') return problem
  const limit = problem.available - 2 * Math.max(data.validation, data.test)
  return { path: 'data.train', kind: 'too-large', limit, received: String(value) }
}
