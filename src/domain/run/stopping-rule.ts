/** The rule by which a run stops early. */
import type { Experiment } from '../experiment/experiment.ts'
import type { StoppingRule } from '../training/early-stopping.ts'
import { MONITORED } from './monitored.ts'

/** Without early stopping the best epoch is still found, but never ends the run. */
export function stoppingRule({ earlyStopping }: Pick<Experiment, 'earlyStopping'>): StoppingRule {
  const rule = earlyStopping ?? {
    patience: Number.POSITIVE_INFINITY,
    minDelta: 0,
    startFromEpoch: 0,
    every: 1,
  }
  const { patience, minDelta, startFromEpoch, every } = rule
  const { direction } = MONITORED[monitorOf(earlyStopping)]
  return { direction, patience, minDelta, startFromEpoch, every }
}

/** What early stopping watches, or would watch. */
export function monitorOf(earlyStopping: Experiment['earlyStopping']) {
  return earlyStopping?.monitor ?? 'validation-loss'
}

/** How many epochs without a better score end the run; 0 without early stopping. */
export function epochsOfPatience({ earlyStopping }: Pick<Experiment, 'earlyStopping'>): number {
  return earlyStopping === null ? 0 : earlyStopping.patience * earlyStopping.every
}
