/** Two engines written apart, given the same weights, order and data, end up in the same place. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import {
  ACTIVATIONS,
  type Experiment,
  type ExperimentInput,
  INITIALIZERS,
  LOSSES,
  OPTIMIZERS,
} from '../domain/experiment.ts'
import { inputSize } from '../domain/model.ts'
import { expectExperiment } from '../domain/parse.ts'
import { permutation, stream } from '../domain/random.ts'
import { engines, samples, type TestEngine, trainerOf } from './trainers.testing.ts'

const [wasm, cpu] = engines
const STEPS = 200
/** Rows of a batch, the last of which is smaller in every third round. */
const BATCH = 9

function losses(engine: TestEngine, input: ExperimentInput, piece: number): number[] {
  const experiment = expectExperiment({ data: { set: 'circle', train: 24, validation: 24 }, ...input })
  const trainer = trainerOf(engine, experiment, partsOf(experiment))
  for (let index = 0, at = 0, epoch = 0; index < STEPS; index++) {
    if (at === 0) trainer.arrange(permutation(24, stream(5, 'order', ++epoch)))
    const to = Math.min(at + BATCH, 24)
    for (let from = at; from < to; from += piece)
      trainer.accumulate({ from: at, to, epoch, index }, from, Math.min(from + piece, to))
    trainer.update(experiment.optimizer.learningRate)
    at = to === 24 ? 0 : to
  }
  trainer.measure('train', 0, 24)
  trainer.measure('validation', 0, 20)
  const { train, validation, penalty, gradients } = trainer.report()
  trainer.dispose()
  return [train.loss, validation.loss, penalty, ...gradients]
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

function agree(input: ExperimentInput, piece = BATCH) {
  const [ours, theirs] = [losses(wasm, input, piece), losses(cpu, input, piece)]
  for (const [i, value] of ours.entries())
    expect(Math.abs(value - theirs[i]!), `${value} against ${theirs[i]}`).toBeLessThan(
      1e-4 * Math.max(Math.abs(theirs[i]!), 1e-2),
    )
}

const model = { layers: [{ units: 7 }, { units: 5 }], activation: 'tanh' as const }
/** Small enough that rounding is not blown up by chaos. */
const rate = {
  sgd: 0.05,
  momentum: 0.01,
  nesterov: 0.01,
  adagrad: 0.02,
  rmsprop: 0.001,
  adam: 0.003,
  adamw: 0.003,
}

describe('after 200 steps the engines agree to 1e-4', () => {
  it.each(OPTIMIZERS)('%s, with and without penalties and clipping', (kind) => {
    const optimizer = { kind, learningRate: rate[kind] }
    agree({ model, optimizer })
    agree({ model, optimizer, regularization: { l1: 1e-3, l2: 2e-3 } })
    agree({ model, optimizer: { ...optimizer, clipNorm: 0.05 }, regularization: { l2: 1e-2 } })
  })

  describe.each(ACTIVATIONS)('%s', (activation) => {
    it.each(LOSSES)('%s', (loss) => {
      agree({ model: { ...model, activation }, loss, optimizer: { kind: 'sgd', learningRate: 0.02 } })
    })
  })

  it('regression, one input, six powers', () =>
    agree({
      data: { set: 'sine', train: 24, validation: 24, degree: 6 },
      model,
      optimizer: { kind: 'sgd', learningRate: 0.02 },
    }))

  it.each(LOSSES)('ten classes of 784 inputs: %s', (loss) =>
    agree({
      data: { set: 'digits' },
      model: { layers: [{ units: 20 }, { units: 12, dropout: 0.3 }], activation: 'relu' },
      loss,
      optimizer: { kind: 'adam', learningRate: 1e-3 },
    }),
  )

  it('dropout draws the same masks', () =>
    agree({ model, regularization: { dropout: 0.4 }, optimizer: { kind: 'sgd', learningRate: 0.02 } }))

  it.each(INITIALIZERS)('from %s', (initializer) =>
    agree({ model: { ...model, initializer }, optimizer: { kind: 'sgd', learningRate: 0.02 } }),
  )

  it.each(ACTIVATIONS)('residual blocks, between equal and different widths: %s', (activation) => {
    const residual = (...units: number[]) => ({
      kind: 'residual-mlp' as const,
      activation,
      layers: units.map((n) => ({ units: n })),
    })
    const optimizer = { kind: 'adam' as const, learningRate: 1e-3 }
    agree({ model: residual(6, 5, 6, 7, 6), optimizer })
    agree({
      model: residual(6, 5, 3, 7, 4, 3),
      optimizer,
      regularization: { l1: 1e-4, l2: 1e-3, dropout: 0.2 },
    })
  })

  it.each(OPTIMIZERS)('%s with the proximal step of L1', (kind) => {
    const optimizer = { kind, learningRate: rate[kind] }
    agree({ model, optimizer, regularization: { l1: 5e-3, l2: 1e-3, proximal: true } })
  })

  /** Kinds of network on data that suit them. */
  const images = { set: 'digits-8x8' as const, train: 24, validation: 24 }
  const sequences = { set: 'adding' as const, train: 24, validation: 24, length: 6 }
  const layers = [{ units: 4 }, { units: 3 }]
  const blocks = (deep: number) => [
    { filters: 3, layers: deep, pool: 2 },
    { filters: 2, layers: deep, pool: 3 },
  ]
  describe.each<[string, ExperimentInput]>([
    ['cnn', { data: images, model: { kind: 'cnn', blocks: blocks(1), layers } }],
    ['cnn of ReLU', { data: images, model: { kind: 'cnn', activation: 'relu', blocks: blocks(2), layers } }],
    ['residual-cnn', { data: images, model: { kind: 'residual-cnn', blocks: blocks(3), layers } }],
    ['rnn', { data: sequences, model: { kind: 'rnn', layers } }],
    ['rnn of ReLU', { data: sequences, model: { kind: 'rnn', activation: 'relu', layers } }],
    ['lstm', { data: sequences, model: { kind: 'lstm', layers } }],
    ['gru', { data: sequences, model: { kind: 'gru', layers } }],
    ['gru of images', { data: images, model: { kind: 'gru', layers } }],
  ])('%s', (_, network) => {
    it.each(['sgd', 'adam'] as const)('%s', (kind) =>
      agree({ ...network, optimizer: { kind, learningRate: rate[kind] } }),
    )

    it('dropout, in batches that are cut in pieces', () => {
      const optimizer = { kind: 'momentum', learningRate: rate.momentum } as const
      agree({ ...network, optimizer, regularization: { dropout: 0.3 } }, 4)
    })

    it('penalties by slope and by proximal step, and clipping', () => {
      const optimizer = { kind: 'adamw', learningRate: 1e-3, clipNorm: 0.1 } as const
      agree({ ...network, optimizer, regularization: { l1: 1e-3, l2: 2e-3 } })
      agree({ ...network, optimizer, regularization: { l1: 2e-3, l2: 2e-3, proximal: true } })
    })
  })

  it('a layer of one unit and a network of none', () => {
    agree({ model: { layers: [{ units: 1 }] }, optimizer: { kind: 'sgd', learningRate: 0.02 } })
    agree({ model: { layers: [] }, optimizer: { kind: 'sgd', learningRate: 0.02 } })
  })
})
