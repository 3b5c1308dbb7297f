/** Random experiments for property tests. */
import fc from 'fast-check'
import { type Parsed, parseExperiment } from '../parsing/parse.ts'
import { NO_TABLES } from '../table/library.ts'
import {
  ACTIVATIONS,
  type Experiment,
  FEATURES,
  INITIALIZERS,
  MODEL_KINDS,
  OPTIMIZERS,
  SCHEDULES,
} from './experiment.ts'

const share = fc.double({ min: 0, max: 0.95, noNaN: true })
const rate = fc.double({ min: 0, max: 1, noNaN: true })
const count = fc.integer({ min: 1, max: 3000 })
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const optional = { requiredKeys: [] }

const layer = fc.record(
  { units: fc.integer({ min: 1, max: 300 }), activation: fc.constantFrom(...ACTIVATIONS), dropout: share },
  { requiredKeys: ['units'] },
)

const written = fc.record(
  {
    data: fc.record(
      {
        set: fc.constantFrom('circle', 'xor', 'gauss', 'spiral', 'moons', 'digits'),
        train: count,
        validation: count,
        test: count,
        noise: rate,
        labelNoise: fc.double({ min: 0, max: 0.5, noNaN: true }),
        labelNoiseIn: fc.constantFrom('train', 'all'),
        features: fc.uniqueArray(fc.constantFrom(...FEATURES), { minLength: 1 }),
        standardize: fc.boolean(),
      },
      optional,
    ),
    model: fc.record(
      {
        kind: fc.constantFrom(...MODEL_KINDS),
        layers: fc.array(layer, { maxLength: 5 }),
        activation: fc.constantFrom(...ACTIVATIONS),
        initializer: fc.constantFrom(...INITIALIZERS),
      },
      optional,
    ),
    loss: fc.constantFrom('cross-entropy', 'mse'),
    regularization: fc.record({ l1: rate, l2: rate, dropout: share }, optional),
    optimizer: fc.record(
      {
        kind: fc.constantFrom(...OPTIMIZERS),
        learningRate: rate,
        momentum: share,
        clipNorm: fc.option(fc.double({ min: 1e-3, max: 100, noNaN: true })),
        schedule: fc.constantFrom(...SCHEDULES),
      },
      optional,
    ),
    training: fc.record({ batchSize: count, epochs: count, shuffle: fc.boolean() }, optional),
    earlyStopping: fc.option(
      fc.record(
        {
          monitor: fc.constantFrom('validation-loss', 'validation-accuracy'),
          patience: fc.integer({ min: 0, max: 500 }),
          minDelta: rate,
          restoreBest: fc.boolean(),
        },
        optional,
      ),
    ),
    seed: fc.oneof(
      seed.map((s) => ({ data: s, weights: s, training: s })),
      fc.record({ data: seed, weights: seed, training: seed }, optional),
    ),
  },
  optional,
)

/** Complete, valid experiments of every kind. */
export const experiments: fc.Arbitrary<Experiment> = written
  .map((input): Parsed => parseExperiment(JSON.parse(JSON.stringify(input)), NO_TABLES))
  .filter((parsed) => parsed.ok)
  .map(({ experiment }) => experiment)
