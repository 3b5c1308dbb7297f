/** The experiments of the bench. */
import type { Experiment, ExperimentInput } from '../../../src/domain/experiment/experiment.ts'
import { expectExperiment } from '../../../src/domain/parsing/parse.ts'

/**
 * 2-8-8-1 on Playground's circle, the size of network such pages are about. The noise keeps thousands of epochs from
 * ending in gradients too small for floating point.
 */
export function planeExperiment(batchSize: number, optimizer: ExperimentInput['optimizer'] = {}): Experiment {
  return expectExperiment({
    data: { set: 'circle', train: 250, validation: 250, test: 1, noise: 0.2 },
    model: { layers: [{ units: 8 }, { units: 8 }], activation: 'tanh' },
    optimizer: { kind: 'adam', learningRate: 0.003, ...optimizer },
    training: { batchSize },
    earlyStopping: null,
  })
}

/** The network of the Keras MNIST example on a quarter of its images. */
export function digitsExperiment(): Experiment {
  return expectExperiment({
    data: { set: 'digits', train: 2000, validation: 100, test: 1, noise: 0 },
    model: { layers: [{ units: 500 }, { units: 500 }], activation: 'relu' },
    optimizer: { kind: 'adam', learningRate: 0.001 },
    training: { batchSize: 100 },
    earlyStopping: null,
  })
}

/** 2-16-16-1, batches of 32: `batches` of them an epoch. */
export function drawsExperiment(batches: number): Experiment {
  return expectExperiment({
    data: { set: 'circle', train: 32 * batches, validation: 32, test: 1 },
    model: { layers: [{ units: 16 }, { units: 16 }], activation: 'tanh' },
    training: { batchSize: 32 },
    earlyStopping: null,
  })
}
