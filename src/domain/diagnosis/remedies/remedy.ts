/** What a remedy is: a way to change an experiment, with the values that are worth trying. */
import type { Experiment } from '../../experiment/experiment.ts'
import type { Diagnosis } from '../diagnose.ts'

/** The run that a remedy is proposed for. */
export interface Treated extends Found {
  readonly experiment: Experiment
  /** Epochs that the run has trained. */
  readonly epochs: number
}

/** Of the diagnosis. */
export type Found = Pick<Diagnosis, 'verdict' | 'figures' | 'endedByPatience'>

/** The changed experiments worth trying, the likeliest first; none where the remedy cannot help. */
export type Propose = (run: Treated) => readonly Experiment[]

type Group = 'data' | 'model' | 'regularization' | 'optimizer' | 'training'

/** The experiment with some keys of one group replaced. */
export function changed<G extends Group>(
  experiment: Experiment,
  group: G,
  change: Partial<Experiment[G]>,
): Experiment {
  return { ...experiment, [group]: { ...experiment[group], ...change } }
}

/** A number as a person would set it: of one significant digit. */
export function roundValue(value: number): number {
  return Number(value.toPrecision(1))
}
