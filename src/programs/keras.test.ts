import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DATA_SETS,
  type Experiment,
  type ExperimentInput,
  MODEL_KINDS,
  OPTIMIZERS,
  SCHEDULES,
} from '../domain/experiment/experiment.ts'
import { experiments } from '../domain/experiment/experiments.testing.ts'
import { expectExperiment, parseExperiment } from '../domain/parsing/parse.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { kerasProgram } from './keras.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

/** Every set and kind that go together, every optimizer and schedule. */
const combinations: Experiment[] = DATA_SETS.flatMap((set) =>
  MODEL_KINDS.flatMap((kind, i) => {
    const parsed = parseExperiment(
      {
        data: {
          set,
          labelNoise: 0.1,
          ...(set === 'drawn' && {
            points: [
              [0, 0, 0],
              [1, 1, 1],
              [2, 1, 0],
              [2, 2, 1],
              [3, 2, 0],
            ],
            train: 3,
            validation: 1,
            test: 1,
          }),
          ...(set === 'rows' && {
            train: 2,
            validation: 1,
            test: 1,
            rows: {
              columns: ['a"b\n', "'; import os #"],
              target: 'q\\',
              inputs: [
                [1, 2],
                [3, 4],
                [5, 6],
                [7, 9],
              ],
              targets: ['x"', "y'", 'x"', "y'"],
            },
          }),
        },
        model: { kind, layers: [{ units: 5 }, { units: 4, dropout: 0.2 }, { units: 3 }] },
        regularization: { l1: 0.01, l2: 0.02, dropout: 0.1, proximal: i % 2 === 0 },
        optimizer: {
          kind: OPTIMIZERS[i % OPTIMIZERS.length],
          schedule: SCHEDULES[i % SCHEDULES.length],
          clipNorm: i % 2 === 0 ? 1.5 : null,
        },
        loss: undefined,
        earlyStopping: i === 3 ? null : {},
      },
      NO_TABLES,
    )
    return parsed.ok ? [parsed.experiment] : []
  }),
)

describe.skipIf(!hasPython)('the whole program', () => {
  it('compiles, whatever the experiment', () => {
    const all = [...combinations, ...fc.sample(experiments, { numRuns: 150, seed: 2 })]
    const input = JSON.stringify(all.map((experiment) => kerasProgram(experiment, 'https://x/#a"""b')))
    const check = 'import ast, json, sys\nfor code in json.load(sys.stdin): ast.parse(code)'
    const run = spawnSync('python3', ['-c', check], { input })
    expect(run.stderr.toString()).toBe('')
    expect(combinations.length).toBeGreaterThan(60)
  })
})

const program = (input: ExperimentInput) => kerasProgram(expectExperiment(input), 'https://x/#data=moons')

it('fits the column it is shown in', () => {
  for (const experiment of combinations)
    for (const row of kerasProgram(experiment, 'https://x/#a').split('\n'))
      expect(row.length, row).toBeLessThanOrEqual(56)
})

it('names every setting of training by Keras’ own name', () => {
  const code = program({
    data: { set: 'moons', train: 77, validation: 88, test: 99, noise: 0.23, labelNoise: 0.17 },
    model: { layers: [{ units: 13 }], activation: 'elu', initializer: 'he-normal' },
    regularization: { l1: 0.0012, l2: 0.0034, dropout: 0.35 },
    optimizer: {
      kind: 'adamw',
      learningRate: 0.0045,
      beta1: 0.81,
      beta2: 0.92,
      epsilon: 1e-5,
      weightDecay: 0.006,
      clipNorm: 1.7,
      schedule: 'step',
      decayRate: 0.6,
      decayEvery: 7,
    },
    training: { batchSize: 19, epochs: 321, shuffle: false },
    earlyStopping: {
      monitor: 'validation-accuracy',
      patience: 23,
      minDelta: 0.004,
      restoreBest: false,
      startFromEpoch: 3,
      every: 5,
    },
    seed: { data: 41, weights: 42, training: 43 },
  })
  for (const said of [
    ...['77', '88', '99', '0.23', '0.17', 'Dense(', '13', 'activation="elu"', '"untruncated_normal"'],
    ...[
      'l1=0.0012',
      'l2=0.0034',
      'Dropout(0.35)',
      'AdamW',
      '0.0045',
      'beta_1=0.81',
      'beta_2=0.92',
      'epsilon=0.00001',
    ],
    ...[
      'weight_decay=0.006',
      'global_clipnorm=1.7',
      '0.6 ** (epoch // 7)',
      'batch_size=19',
      'epochs=321',
      'shuffle=False',
    ],
    ...[
      'monitor="val_accuracy"',
      'mode="max"',
      'patience=23',
      'min_delta=0.004',
      'restore_best_weights=False',
      'start_from_epoch=3',
      'EarlyStoppingEvery(',
      '5,',
    ],
    ...[
      '[41, ',
      'set_random_seed(42)',
      'set_random_seed(43)',
      'keras.losses.BinaryCrossentropy(from_logits=True)',
    ],
  ])
    expect(code, said).toContain(said)
})

it('proximal L1 is a step after every update, and no part of the loss', () => {
  const code = program({
    data: { set: 'sparse-linear' },
    model: { layers: [] },
    regularization: { l1: 0.1, proximal: true },
  })
  expect(code).toContain('kernel_constraint=Shrink()')
  expect(code).not.toContain('regularizers')
})

it('early stopping watches the loss without penalties, as the page does', () => {
  expect(program({ data: { set: 'moons' }, regularization: { l2: 0.1 } })).toContain(
    'monitor="val_data_loss"',
  )
  expect(program({ data: { set: 'moons' }, earlyStopping: null })).not.toContain('EarlyStopping(')
})
