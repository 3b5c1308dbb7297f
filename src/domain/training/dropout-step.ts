/** The network that one sample saw in one training step: which units dropout had silenced, and what weights that leaves. */
import type { Experiment } from '../experiment/experiment.ts'
import { networkLayers } from '../network/network.ts'
import { type DropoutStep, dropoutMask, dropoutStream } from './dropout.ts'

/** The first sample of the last step of an epoch. */
export function lastStepOf({ data, training }: Experiment, epoch: number): DropoutStep {
  return { epoch, batch: Math.ceil(data.train / training.batchSize) - 1, sample: 0 }
}

/** For each layer the factors of what it hands on: 0 of a silenced number, 1 / (1 − rate) of a kept one, 1 without dropout. */
export function stepFactors(experiment: Experiment, { epoch, batch, sample }: DropoutStep): Float32Array[] {
  const { seed } = experiment
  return networkLayers(experiment).map(({ outputs, dropout }, layer) => {
    if (dropout === 0) return new Float32Array(outputs).fill(1)
    const random = dropoutStream(seed.training, { epoch, batch, layer })
    return dropoutMask(random, (sample + 1) * outputs, dropout).slice(sample * outputs)
  })
}

/**
 * Flat weights of a dense network that computes without dropout what the step's network computed: what a unit hands on is
 * multiplied by its factor where the next kernel takes it in.
 */
export function thinnedWeights(experiment: Experiment, flat: Float32Array, step: DropoutStep): Float32Array {
  const thinned = flat.slice()
  const factors = stepFactors(experiment, step)
  for (const [i, layer] of networkLayers(experiment).entries()) {
    if (i === 0) continue
    if (layer.kind !== 'dense') throw new Error('only dense networks can be thinned')
    for (let from = 0; from < layer.inputs; from++)
      for (let to = 0; to < layer.units; to++)
        thinned[layer.kernelAt + from * layer.units + to]! *= factors[i - 1]![from]!
  }
  return thinned
}
