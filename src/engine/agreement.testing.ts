/** What the tests of agreement share: two engines, written apart, are given the same weights, order and data. */
import { expect } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { inputSize } from '../domain/network/inputs-outputs.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { permutation, stream } from '../domain/random.ts'
import { engines, samples, type TestEngine, trainerOf } from './trainers.testing.ts'

const [wasm, cpu] = engines
const STEPS = 200
/** Rows of a batch, the last of which is smaller in every third round. */
const BATCH = 9

interface Course {
  /** How many samples are taken at once. */
  readonly chunk?: number
  readonly steps?: number
}

function measured(engine: TestEngine, input: ExperimentInput, { chunk = BATCH, steps = STEPS }: Course) {
  const experiment = expectExperiment({ data: { set: 'circle', train: 24, validation: 24 }, ...input })
  const trainer = trainerOf(engine, experiment, partsOf(experiment))
  for (let index = 0, at = 0, epoch = 0; index < steps; index++) {
    if (at === 0) trainer.arrange(permutation(24, stream(5, 'order', ++epoch)))
    const to = Math.min(at + BATCH, 24)
    for (let from = at; from < to; from += chunk)
      trainer.accumulate({ from: at, to, epoch, index, scored: true }, from, Math.min(from + chunk, to))
    // The size of an update is compared of the first and of the last two.
    trainer.update(experiment.optimizer.learningRate, index === 0 || index >= steps - 2)
    at = to === 24 ? 0 : to
  }
  trainer.measure('train', 0, 24)
  trainer.measure('validation', 0, 20)
  const { train, validation, penalty, gradients, updates, inactive, fitLoss } = trainer.report()
  trainer.dispose()
  const squares = [train.squares, validation.squares]
  return {
    numbers: [train.loss, validation.loss, ...squares, penalty, fitLoss, ...gradients, ...updates],
    counts: [train.correct, validation.correct, ...inactive],
  }
}

/** Packed data are not at hand: rows of numbers 0..1 instead. */
function partsOf(experiment: Experiment) {
  const { kind, classes } = dataSet(experiment.data)
  if (kind === 'generated') return networkDataset(experiment).parts
  const size = inputSize(experiment)
  const many = samples(
    Array.from({ length: 24 }, (_, i) =>
      Array.from({ length: size }, (_x, j) => ((i * 31 + j * 7) % 50) / 50),
    ),
    Array.from({ length: 24 }, (_, i) => i % classes.length),
  )
  return { train: many, validation: many }
}

/**
 * After all steps, 200 unless said, every loss, penalty, gradient and size of an update is the same to 1e-4, and what is
 * counted is the same.
 */
export function agree(input: ExperimentInput, course: Course = {}) {
  const [ours, theirs] = [measured(wasm, input, course), measured(cpu, input, course)]
  for (const [i, value] of ours.numbers.entries()) {
    const other = theirs.numbers[i]!
    // Of a kernel that stays 0 there is no relative update.
    if (Number.isNaN(value) && Number.isNaN(other)) continue
    expect(Math.abs(value - other), `${value} against ${other}`).toBeLessThan(
      1e-4 * Math.max(Math.abs(other), 1e-2),
    )
  }
  expect(ours.counts).toEqual(theirs.counts)
}

/** Small enough that rounding is not blown up by chaos. */
export const rate = {
  sgd: 0.05,
  momentum: 0.01,
  nesterov: 0.01,
  adagrad: 0.02,
  rmsprop: 0.001,
  adam: 0.003,
  adamw: 0.003,
}

const images = { set: 'digits-8x8' as const, train: 24, validation: 24 }
const sequences = { set: 'adding' as const, train: 24, validation: 24, length: 6 }
const layers = [{ units: 4 }, { units: 3 }]
const blocks = (deep: number) => [
  { filters: 3, layers: deep, pool: 2 },
  { filters: 2, layers: deep, pool: 3 },
]

/** Kinds of network, on data that suit them. */
export const KINDS: readonly [string, ExperimentInput][] = [
  ['cnn', { data: images, model: { kind: 'cnn', blocks: blocks(1), layers } }],
  ['cnn of ReLU', { data: images, model: { kind: 'cnn', activation: 'relu', blocks: blocks(2), layers } }],
  ['residual-cnn', { data: images, model: { kind: 'residual-cnn', blocks: blocks(3), layers } }],
  ['rnn', { data: sequences, model: { kind: 'rnn', layers } }],
  ['rnn of ReLU', { data: sequences, model: { kind: 'rnn', activation: 'relu', layers } }],
  ['lstm', { data: sequences, model: { kind: 'lstm', layers } }],
  ['gru', { data: sequences, model: { kind: 'gru', layers } }],
  ['gru of images', { data: images, model: { kind: 'gru', layers } }],
]
