/** Every activation, loss and kind of layer: the gradient a step follows against central differences of the measured loss. */
import { describe, expect, it } from 'vitest'
import {
  ACTIVATIONS,
  type Activation,
  type ExperimentInput,
  LOSSES,
} from '../domain/experiment/experiment.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { inputSize } from '../domain/network/inputs-outputs.ts'
import { networkLayers } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { stream } from '../domain/random.ts'
import { differentiated, eachEngine, samples, type TestEngine, trainerOf } from './trainers.testing.ts'

const ROWS = 6
/** Half width of a difference: float32 losses carry about 7 digits, so 1e-2 leaves 4 or 5 for the slope. */
const WIDTH = 1e-2
/** Where a kernel is used at many places, or step after step, some ReLU or pooling is always near its kink. */
const NARROW = 1e-3

function check(engine: TestEngine, input: ExperimentInput, targets: (i: number) => number, width = WIDTH) {
  const experiment = expectExperiment({ ...input, optimizer: { kind: 'sgd' } })
  const size = inputSize(experiment)
  const random = stream(7, 'gradient check')
  const inputs = Array.from({ length: ROWS }, () => Array.from({ length: size }, () => random.normal()))
  const train = samples(
    inputs,
    Array.from({ length: ROWS }, (_, i) => targets(i)),
  )
  // Away from 0, where ReLU and its kin have no slope.
  const weights = initialWeights(experiment).map((weight) => ({
    ...weight,
    values: weight.values.map((w) => w + 0.3 * random.normal()),
  }))
  const trainer = trainerOf(engine, experiment, { train }, weights)
  const { slopes, lossAt } = differentiated(trainer, ROWS)
  const reported = trainer.report().gradients
  const probes =
    slopes.length > 60 ? Array.from({ length: 40 }, () => random.below(slopes.length)) : [...slopes.keys()]
  const here = lossAt(0, 0)
  for (const i of probes) {
    const [up, down] = [lossAt(i, width), lossAt(i, -width)]
    const numeric = (up - down) / (2 * width)
    // A ReLU or a pooling that turns within the difference has no one slope there: the bend is the difference's error.
    const bend = width === NARROW ? Math.abs(up - 2 * here + down) / width : 0
    expect(Math.abs(slopes[i]! - numeric), `weight ${i}: ${slopes[i]} against ${numeric}`).toBeLessThan(
      2e-3 + 0.02 * Math.abs(numeric) + bend,
    )
  }
  for (const [i, { kernelAt, biasAt }] of networkLayers(experiment).entries()) {
    const kernels = slopes.subarray(kernelAt, biasAt)
    const square = kernels.reduce((sum, g) => sum + g * g, 0) / kernels.length
    expect(reported[i]).toBeCloseTo(Math.sqrt(square), 4)
  }
  trainer.dispose()
}

const layers = (activation: Activation) => ({
  model: { layers: [{ units: 4 }, { units: 3 }], activation, initializer: 'glorot-normal' as const },
})

describe.each(eachEngine)('%s: gradients agree with central differences', (_, engine) => {
  describe.each(ACTIVATIONS)('%s', (activation) => {
    it.each(LOSSES)('%s of two classes', (loss) =>
      check(engine, { ...layers(activation), data: { set: 'circle' }, loss }, (i) => i % 2),
    )
    it('regression', () =>
      check(engine, { ...layers(activation), data: { set: 'sine', degree: 2 } }, (i) => i / 3 - 1))
  })

  it.each(ACTIVATIONS)('residual blocks of different widths: %s', (activation) => {
    const layers = [4, 3, 4, 5, 3].map((units) => ({ units }))
    const model = { kind: 'residual-mlp' as const, layers, activation, initializer: 'glorot-normal' as const }
    check(engine, { model, data: { set: 'circle' } }, (i) => i % 2)
  })

  it.each(LOSSES)('%s of ten classes', (loss) =>
    check(engine, { ...layers('tanh'), data: { set: 'digits' }, loss }, (i) => i),
  )

  describe('convolutions', () => {
    const cnn = (model: ExperimentInput['model']) =>
      check(
        engine,
        {
          data: { set: 'digits-8x8' },
          model: { kind: 'cnn', initializer: 'glorot-normal', layers: [], ...model },
        },
        (i) => i,
        NARROW,
      )

    it.each([1, 3, 5, 7] as const)('squares of %i, with and without pooling', (kernel) => {
      cnn({ kernel, blocks: [{ filters: 3, pool: 1 }] })
      cnn({ kernel, blocks: [{ filters: 3, pool: 2 }] })
    })

    it('two blocks, poolings that leave a remainder, dense layers on top', () => {
      const blocks = [
        { filters: 2, layers: 2, pool: 3 },
        { filters: 3, layers: 1, pool: 2 },
      ]
      cnn({ blocks: blocks.slice(0, 1), layers: [{ units: 4 }] })
      cnn({ blocks, layers: [{ units: 4 }, { units: 3, activation: 'sigmoid' }] })
    })

    it.each(ACTIVATIONS)('%s', (activation) => cnn({ activation, blocks: [{ filters: 3, pool: 2 }] }))

    it.each(ACTIVATIONS)('residual blocks: %s', (activation) => {
      const kind = 'residual-cnn'
      cnn({ kind, activation, blocks: [{ filters: 2, layers: 3, pool: 1 }] })
      const blocks = [
        { filters: 2, layers: 5, pool: 2 },
        { filters: 3, layers: 4, pool: 1 },
      ]
      cnn({ kind, activation, blocks, layers: [{ units: 4 }] })
    })
  })

  describe.each([
    ['rnn', 'tanh'],
    ['rnn', 'relu'],
    ['lstm', 'tanh'],
    ['gru', 'tanh'],
  ] as const)('%s of %s', (kind, activation) => {
    const stack = (...units: number[]) => ({
      kind,
      activation,
      initializer: 'glorot-normal' as const,
      layers: units.map((n) => ({ units: n })),
    })

    it.each([[[4]], [[3, 4]], [[3, 2, 3]]])('of %j units', (units) => {
      check(engine, { data: { set: 'adding', length: 5 }, model: stack(...units) }, (i) => i / 3 - 1, NARROW)
      check(engine, { data: { set: 'first-token', length: 4 }, model: stack(...units) }, (i) => i % 4, NARROW)
    })

    it.each(LOSSES)('images, row by row: %s', (loss) =>
      check(engine, { data: { set: 'digits-8x8' }, model: stack(3), loss }, (i) => i, NARROW),
    )
  })
})
