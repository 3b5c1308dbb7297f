import type { Experiment } from '../experiment/experiment.ts'

/**
 * Learning rate of an epoch (from 1). step: × decayRate after every decayEvery epochs; exponential: the same decline,
 * smoothed; cosine: half a cosine from the full rate to 0 over the planned epochs (Loshchilov & Hutter 2017, no restarts).
 */
export function learningRateAt(epoch: number, { optimizer, training }: Experiment): number {
  const { learningRate, schedule, decayRate, decayEvery } = optimizer
  const done = epoch - 1
  switch (schedule) {
    case 'constant':
      return learningRate
    case 'step':
      return learningRate * decayRate ** Math.floor(done / decayEvery)
    case 'exponential':
      return learningRate * decayRate ** (done / decayEvery)
    case 'cosine':
      return (learningRate * (1 + Math.cos((Math.PI * done) / training.epochs))) / 2
    default:
      return schedule satisfies never
  }
}
