import type { Experiment } from '../../domain/experiment/experiment.ts'
import { multiplications } from '../../domain/network/network.ts'

/** What a pass of a sample and an update cost besides their multiplications, in multiplications. */
const EACH_SAMPLE = 200
const EACH_UPDATE = 5000

/** The arithmetic of a whole run, in multiplications. */
export function runWork(experiment: Experiment): number {
  const { data, training } = experiment
  const passes = 4 * data.train + data.validation
  const updates = Math.ceil(data.train / training.batchSize)
  return training.epochs * (passes * (multiplications(experiment) + EACH_SAMPLE) + updates * EACH_UPDATE)
}
