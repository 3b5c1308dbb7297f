/**
 * Whether two experiments are the same. All experiments come from `parseExperiment`, which always writes the
 * same keys in the same order.
 */
import type { Experiment } from './experiment.ts'

/** Equal for equal experiments, and for no others. */
export function experimentKey(experiment: Experiment): string {
  return JSON.stringify(experiment)
}

export function sameExperiment(a: Experiment, b: Experiment): boolean {
  return a === b || experimentKey(a) === experimentKey(b)
}

/** Equal for experiments whose samples are the same in every part, whatever is trained on them. */
export function samplesKey({ data, seed }: Experiment): string {
  return JSON.stringify([data, seed.data])
}
