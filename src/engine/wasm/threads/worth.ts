/** Whether a run is large enough to be shared among threads at all. */
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { multiplications } from '../../../domain/network/network.ts'

/**
 * Operations of a batch. Below, a step is over in less time than threads need to hear of it and to meet a few times.
 */
const LEAST = 4e6

export function isWorthThreads(experiment: Experiment): boolean {
  const { data, training } = experiment
  return 6 * multiplications(experiment) * Math.min(training.batchSize, data.train) >= LEAST
}
