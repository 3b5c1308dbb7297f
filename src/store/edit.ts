/**
 * Changes one control of a draft: returns the new experiment, or what is wrong with the value. Other settings change
 * only where they must. A table is the value itself, and not its digest.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import { withEqualParts } from '../domain/experiment/with-equal-parts.ts'
import { type Parsed, parseExperiment } from '../domain/parsing/parse.ts'
import { putSetting } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { adaptedToData } from './adapt-to-data.ts'

export function edit(experiment: Experiment, key: SettingKey, value: unknown): Parsed {
  const next = putSetting(experiment, key, value)
  const parsed = parseExperiment(adaptedToData(next as Experiment, key, experiment), NO_TABLES)
  // Sliders change the draft many times a second: what depends on other settings sees that they are the same.
  if (parsed.ok) return { ...parsed, experiment: withEqualParts(parsed.experiment, experiment) }
  if (key !== 'train') return parsed
  return { ok: false, problems: parsed.problems.map((problem) => ofTrain(problem, experiment, value)) }
}

/**
 * A person who asks for so many training samples that the other parts get too few has asked for too many: the problem
 * is reported at the control they changed.
 */
function ofTrain(problem: Problem, { data }: Experiment, value: unknown): Problem {
  if (problem.kind !== 'too-few-samples') return problem
  const limit = problem.available - 2 * Math.max(data.validation, data.test)
  return { path: 'data.train', kind: 'too-large', limit, received: String(value) }
}
