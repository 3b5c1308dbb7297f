/** Networks of every kind and size, from one that a graphics card only slows down to those that it was made for. */
import type { Experiment, ExperimentInput } from '../../../src/domain/experiment/experiment.ts'
import { OPENING_PRESET } from '../../../src/domain/experiment/presets.ts'
import { presetScene } from '../../../src/domain/link/scene.ts'
import { expectExperiment } from '../../../src/domain/parsing/parse.ts'
import { digitsExperiment, planeExperiment } from './works.ts'

const images = (train: number) => ({ set: 'digits', train, validation: 200, test: 1 }) as const

function network(input: ExperimentInput): Experiment {
  return expectExperiment({ optimizer: { kind: 'adam', learningRate: 0.001 }, earlyStopping: null, ...input })
}

export const NETWORKS: Readonly<Record<string, Experiment>> = {
  '2-8-8-1, batch 10': planeExperiment(10),
  '2-8-8-1, batch 32': planeExperiment(32),
  'the opening scene': presetScene(OPENING_PRESET).experiment,
  '2-128-128-1, batch 64': network({
    data: { set: 'moons', train: 1000, validation: 500 },
    model: { layers: [{ units: 128 }, { units: 128 }] },
    training: { batchSize: 64 },
  }),
  '2-512-512-1, batch 256': network({
    data: { set: 'moons', train: 1000, validation: 500 },
    model: { layers: [{ units: 512 }, { units: 512 }] },
    training: { batchSize: 256 },
  }),
  'digits 784-500-500-10, batch 100': digitsExperiment(),
  'wide 784-2048-2048-10, batch 256': network({
    data: images(1000),
    model: { layers: [{ units: 2048 }, { units: 2048 }] },
    training: { batchSize: 256 },
  }),
  'CNN 16, 32 → 64, batch 64': network({
    data: images(500),
    model: { kind: 'cnn', blocks: [{ filters: 16 }, { filters: 32 }], layers: [{ units: 64 }] },
    training: { batchSize: 64 },
  }),
  'CNN 32·2, 64·2 → 256, batch 250': network({
    data: images(250),
    model: {
      kind: 'cnn',
      blocks: [
        { filters: 32, layers: 2 },
        { filters: 64, layers: 2 },
      ],
      layers: [{ units: 256 }],
    },
    training: { batchSize: 250 },
  }),
  'LSTM 64, adding 30, batch 32': network({
    data: { set: 'adding', train: 500, validation: 200, length: 30 },
    model: { kind: 'lstm', layers: [{ units: 64 }] },
    training: { batchSize: 32 },
  }),
  'LSTM 256, batch 250': network({
    data: { set: 'adding', train: 500, validation: 200, length: 30 },
    model: { kind: 'lstm', layers: [{ units: 256 }] },
    training: { batchSize: 250 },
  }),
}
