/** The rule by which a run stops early. */
import type { Experiment } from '../experiment/experiment.ts'
import type { StoppingRule } from '../training/early-stopping.ts'
import { MONITORED } from './monitored.ts'

/** Without early stopping the best epoch is still found, but never ends the run. */
export function stoppingRule({ earlyStopping }: Pick<Experiment, 'earlyStopping'>): StoppingRule {
  const rule = earlyStopping ?? { patience: Number.POSITIVE_INFINITY, minDelta: 0, startFromEpoch: 0 }
  const { patience, minDelta, startFromEpoch } = rule
  return { direction: MONITORED[monitorOf(earlyStopping)].direction, patience, minDelta, startFromEpoch }
}

/** What early stopping watches, or would watch. */
export function monitorOf(earlyStopping: Experiment['earlyStopping']) {
  return earlyStopping?.monitor ?? 'validation-loss'
}
