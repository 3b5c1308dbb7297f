/** The program, run by TensorFlow.js in Node, against the page's own engine from the same weights in the same order. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isPacked } from '../domain/data/registry.ts'
import {
  ACTIVATIONS,
  DATA_SETS,
  type DataSetKey,
  type Experiment,
  type ExperimentInput,
  FEATURES,
  INITIALIZERS,
  MODEL_KINDS,
  OPTIMIZERS,
  SCHEDULES,
} from '../domain/experiment/experiment.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { parameterCount } from '../domain/network/network.ts'
import { expectExperiment, parseExperiment } from '../domain/parsing/parse.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { packedSource, trained } from '../engine/trained.testing.ts'
import { tfjsProgram } from './tfjs.ts'
import { runPrograms, type Told } from './tfjs-run.testing.ts'

const table = (count: number, more: object) => ({
  columns: ['a"b\n', "'; import os //"],
  target: 'q\\',
  inputs: Array.from({ length: count }, (_, i) => [Math.sin(i * 7), i % 5]),
  targets: Array.from({ length: count }, (_, i) => ['x"\u2028', "y'\\", '*/ z'][(i * i) % 3]),
  ...more,
})

const own: Partial<Record<DataSetKey, object>> = {
  drawn: {
    points: Array.from({ length: 40 }, (_, i) => [Math.sin(i * 7) * 5, Math.cos(i) * 5, Number(i % 3 === 0)]),
  },
  rows: {
    rows: table(40, { part: Array.from({ length: 40 }, (_, i) => ['train', 'validation', 'test'][i % 3]) }),
  },
}

/** Order and masks are each program's own draw: only without them are curves the same. */
function steady(input: ExperimentInput): Experiment {
  return expectExperiment({
    ...input,
    data: {
      train: 13,
      validation: 9,
      test: 8,
      length: 6,
      ...own[input.data?.set ?? 'circle'],
      ...input.data,
    },
    training: { batchSize: 5, epochs: 2, ...input.training, shuffle: false },
  })
}

const small: ExperimentInput['model'] = {
  layers: [{ units: 6 }, { units: 7 }, { units: 5 }],
  blocks: [
    { filters: 3, layers: 3, pool: 2 },
    { filters: 2, layers: 1, pool: 3 },
  ],
}

/** Of sets that differ in nothing but their numbers, one meets every kind of network. */
const ALIKE: readonly DataSetKey[] = [
  ...(['xor', 'gauss', 'spiral', 'plane', 'bumps', 'fashion', 'digits'] as const),
  ...(['breast-cancer', 'wine', 'penguins'] as const),
]

const cases: Record<string, Experiment> = {}

for (const set of DATA_SETS)
  for (const kind of MODEL_KINDS) {
    const input = { data: { set, labelNoise: 0.2 }, model: { ...small, kind } }
    const fits = parseExperiment({ data: { set }, model: { kind } }, NO_TABLES).ok
    if (fits && (kind === 'mlp' || !ALIKE.includes(set))) cases[`${set}, ${kind}`] = steady(input)
  }

// An optimizer takes its rate from any schedule in the same way.
for (let i = 0; i < Math.max(OPTIMIZERS.length, 2 * SCHEDULES.length); i++) {
  const kind = OPTIMIZERS[i % OPTIMIZERS.length]!
  const schedule = SCHEDULES[i % SCHEDULES.length]!
  cases[`${kind}, ${schedule}`] = steady({
    data: { set: 'moons', noise: 0.1 },
    optimizer: {
      kind,
      schedule,
      ...{ learningRate: 0.1, momentum: 0.8, rho: 0.7, beta1: 0.8, beta2: 0.9, epsilon: 1e-3 },
      ...{ initialAccumulator: 0.2, weightDecay: 0.1, decayRate: 0.7, decayEvery: 2 },
      clipNorm: schedule === 'step' ? 0.1 : null,
    },
    regularization: { l1: 0.01, proximal: schedule === 'exponential' },
    training: { epochs: 6 },
  })
}

for (const set of ['digits-8x8', 'first-token', 'moons'] as const)
  for (const kind of MODEL_KINDS) {
    const model = { ...small, kind }
    if (!parseExperiment({ data: { set }, model }, NO_TABLES).ok) continue
    const regularization = { l1: 0.02, l2: 0.03 }
    const gentle = { data: { set }, model, optimizer: { kind: 'sgd', learningRate: 0.1 } } as const
    cases[`${set}, ${kind}, penalties, mse`] = steady({ ...gentle, regularization, loss: 'mse' })
    const dropout = { ...regularization, l1: 0, dropout: 0.4 }
    cases[`${set}, ${kind}, dropout`] = steady({ data: { set }, model, regularization: dropout })
  }

for (const activation of ACTIVATIONS)
  for (const kind of ['mlp', 'residual-mlp'] as const)
    cases[`${activation}, ${kind}`] = steady({ data: { set: 'xor' }, model: { ...small, kind, activation } })
cases['relu, rnn'] = steady({ data: { set: 'adding' }, model: { ...small, kind: 'rnn', activation: 'relu' } })

cases.features = steady({
  data: { set: 'spiral', features: [...FEATURES], labelNoise: 0.3, labelNoiseIn: 'all' },
})
cases.degree = steady({ data: { set: 'sine', degree: 4, standardize: false } })
cases['table to be shuffled'] = steady({
  data: { set: 'rows', rows: table(40, {}), labelNoise: 0.3 } as object,
})
cases['table of numbers'] = steady({
  data: { set: 'rows', rows: table(40, { targets: Array.from({ length: 40 }, (_, i) => 3 * i) }) } as object,
})
cases['table in a file'] = steady({ data: { set: 'rows', rows: table(1200, {}) } as object })

const stopped = {
  data: { set: 'circle', noise: 0.4 },
  optimizer: { learningRate: 0.1 },
  training: { epochs: 40 },
} as const
cases['early stopping'] = steady({ ...stopped, earlyStopping: { patience: 3 } })
cases['early stopping by accuracy'] = steady({
  ...stopped,
  earlyStopping: { monitor: 'validation-accuracy', patience: 2, minDelta: 0.1, startFromEpoch: 4 },
})
cases['early stopping, last weights'] = steady({
  ...stopped,
  earlyStopping: { patience: 2, restoreBest: false },
})
cases['no patience'] = steady({ ...stopped, earlyStopping: { patience: 0 } })
cases['judged too late'] = steady({
  ...stopped,
  training: { epochs: 5 },
  earlyStopping: { startFromEpoch: 9 },
})
cases['no early stopping'] = steady({ ...stopped, training: { epochs: 5 }, earlyStopping: null })

cases.diverging = steady({
  data: { set: 'sine' },
  optimizer: { kind: 'sgd', learningRate: 300 },
  training: { epochs: 30 },
  earlyStopping: null,
})

for (const initializer of INITIALIZERS)
  cases[initializer] = steady({ model: { layers: [{ units: 150 }, { units: 150 }], initializer } })
cases['seeds of 0'] = steady({ seed: { data: 0, weights: 0, training: 0 } })

/** All that is written out around TensorFlow.js' own. */
const written = (epochs: number) =>
  steady({
    data: { set: 'moons' },
    optimizer: { kind: 'nesterov', schedule: 'step', clipNorm: 1 },
    regularization: { l1: 0.01, proximal: true },
    training: { epochs },
  })
cases['short run'] = written(2)
cases['long run'] = written(9)

const names = Object.keys(cases)
let told: ReadonlyMap<string, Told>

beforeAll(async () => {
  const all = await runPrograms(Object.values(cases))
  told = new Map(names.map((name, i) => [name, all[i]!]))
})

/** A run that diverges ends with the epoch that shows it. */
async function ends(experiment: Experiment, epochs: number) {
  const { outcome } = await trained(experiment)
  expect(outcome.kind).toBe('diverged')
  expect(epochs).toBe(outcome.epoch)
  expect(epochs).toBeLessThan(experiment.training.epochs)
}

describe('the program does what the page does', () => {
  it.each(names)('%s', async (name) => {
    const experiment = cases[name]!
    const { parameters, history, validation, test } = told.get(name)!
    expect(parameters).toBe(parameterCount(experiment))
    const close = (theirs: number | undefined, ours: number) =>
      expect(Math.abs(theirs! - ours), `${theirs} against ${ours}`).toBeLessThan(2e-4 * Math.max(1, ours))
    if (name === 'diverging') return ends(experiment, history.length)
    expect([...history, validation, test].flatMap((row) => Object.values(row)).every(Number.isFinite)).toBe(
      true,
    )
    if (experiment.regularization.dropout > 0) return
    const { set } = experiment.data
    const source = isPacked(experiment.data) ? packedSource(set as 'digits') : undefined
    const { rows, outcome } = await trained(experiment, source)
    expect(history.length).toBe(rows.length)
    for (const [i, row] of rows.entries()) {
      close(history[i]!.training, row.train.loss)
      close(history[i]!.validation, row.validation.loss)
    }
    const kept = rows[(outcome.restored ?? rows.length) - 1]!
    close(validation[0], kept.validation.loss)
    if (kept.validation.accuracy !== undefined) close(validation[1], kept.validation.accuracy)
  })
})

describe('the weights it draws itself', () => {
  it.each(INITIALIZERS)('%s', (initializer) => {
    const { spreads } = told.get(initializer)!
    const ours = initialWeights(cases[initializer]!).map(({ values }) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    })
    // The matrix in the middle has enough numbers to tell.
    expect(spreads[2]! / (ours[2]! || 1)).toBeCloseTo(initializer === 'zeros' ? 0 : 1, 1)
    expect(spreads.filter((_, i) => i % 2 === 1)).toEqual([0, 0, 0])
  })
})

it('leaves no more behind after more epochs', () => {
  expect(told.get('long run')!.tensors).toBe(told.get('short run')!.tensors)
})

describe('the text', () => {
  it('fits the column it is shown in, but for addresses', () => {
    for (const [name, experiment] of Object.entries(cases))
      for (const row of tfjsProgram(experiment, 'https://x/#a').split('\n'))
        expect(row.length, `${name}: ${row}`).toBeLessThanOrEqual(56)
  })

  it('takes a link for what it is', () => {
    const code = tfjsProgram(cases.xor ?? cases['xor, mlp']!, "https://x/#a\nalert(1)\u2028'`")
    expect(code.split('\n')[1]).toBe('// https://x/#a%0Aalert(1)%E2%80%A8%27%60')
  })
})
