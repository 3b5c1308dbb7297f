/**
 * Weights that a penalty shrinks without end. Processors take a hundred times longer for float32 below 1.2e-38, and a run
 * with a strong L2 came to consist of such numbers.
 */
import { expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { OPTIMIZERS, type OptimizerKind } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { engines } from '../trainers.testing.ts'

const [wasm] = engines
const SMALLEST = 1.17549435e-38
const SMALLEST_WEIGHT = Math.fround(1e-30)

/** The state after so many updates, from these weights. */
function updated(kind: OptimizerKind, updates: number, first: (w: number, i: number) => number) {
  const experiment = expectExperiment({
    data: { set: 'moons', train: 10, validation: 10 },
    model: { layers: [{ units: 8 }], activation: 'relu' },
    optimizer: { kind, learningRate: 0.1 },
    regularization: { l2: 1 },
    training: { batchSize: 10 },
  })
  const weights = initialWeights(experiment).map((array) => ({ ...array, values: array.values.map(first) }))
  const { parts } = networkDataset(experiment)
  const trainer = wasm.createTrainer({ experiment, weights, parts })
  try {
    for (let epoch = 1; epoch <= updates; epoch++) {
      trainer.accumulate({ from: 0, to: 10, epoch, index: 0, scored: false }, 0, 10)
      trainer.update(0.1)
    }
    return trainer.readState()
  } finally {
    trainer.dispose()
  }
}

it.each(OPTIMIZERS)('%s: nothing becomes too small for all its digits, and no weight becomes 0', (kind) => {
  const { weights, slots } = updated(kind, 600, (w, i) => w * 10 ** (-3 * (i % 12)))
  const sizes = weights.map(Math.abs)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_WEIGHT)
  for (const slot of slots)
    expect(Array.from(slot).filter((x) => x !== 0 && Math.abs(x) < SMALLEST)).toEqual([])
})

it('nor in a run in which most units are dead', async () => {
  const { weights } = await trained(
    expectExperiment({
      data: { set: 'moons', train: 100, labelNoise: 0.15 },
      model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu' },
      optimizer: { kind: 'adam', learningRate: 0.01 },
      regularization: { l2: 0.1 },
      training: { batchSize: 10, epochs: 300 },
      earlyStopping: null,
    }),
  )
  const tiny = weights.filter((w) => w !== 0 && Math.abs(w) < SMALLEST_WEIGHT)
  expect(tiny).toEqual(new Float32Array())
})

it('a weight of 0 stays 0, and one that is no number stays none', () => {
  // No unit answers, and half of the samples pull the other way.
  expect(updated('sgd', 3, () => 0).weights.filter((w) => w !== 0)).toHaveLength(0)
  expect(updated('sgd', 1, () => Number.NaN).weights.every(Number.isNaN)).toBe(true)
})
