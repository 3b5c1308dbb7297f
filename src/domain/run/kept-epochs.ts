/**
 * Which epochs of a run are kept to be looked into later: as many as fit, evenly spread, fewer the longer the run. The rule
 * looks at the epoch alone, so that the one who keeps and the one who drops need not talk, wherever the run goes on.
 */
import type { Experiment } from '../experiment/experiment.ts'
import { optimizerTraits } from '../experiment/optimizers.ts'
import { parameterCount } from '../network/network.ts'

/** The most bytes that one run keeps. */
export const MOST_BYTES = 50e6
/** The most epochs: more than a scrubber has places for. */
const MOST_EPOCHS = 500
const FLOAT = 4

export interface KeptEpochs {
  /** The most epochs at a time, beside the best one; 0 where not even a few would fit. */
  readonly most: number
  /** Whether the optimizer's state is kept too. */
  readonly withOptimizer: boolean
}

/** What an experiment's network leaves room for: optimizer states only where they do not cost epochs. */
export function keptEpochs(experiment: Experiment): KeptEpochs {
  const weights = FLOAT * parameterCount(experiment)
  const slots = optimizerTraits(experiment.optimizer.kind).slots.length
  const whole = weights * (1 + slots)
  // One more than the most: the best epoch is kept wherever it is.
  if ((MOST_EPOCHS + 1) * whole <= MOST_BYTES) return { most: MOST_EPOCHS, withOptimizer: true }
  const fit = Math.floor(MOST_BYTES / weights) - 1
  return { most: Math.max(0, Math.min(MOST_EPOCHS, fit)), withOptimizer: slots === 0 }
}

/** Whether `epoch` is among the kept ones once the run has come to `latest`: every first, second, fourth … epoch. */
export function isKept(epoch: number, latest: number, { most }: KeptEpochs): boolean {
  if (most === 0) return false
  let every = 1
  while (latest > every * most) every *= 2
  return epoch % every === 0
}
