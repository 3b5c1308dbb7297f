/** Every activation and loss: the gradient a step follows against central differences of the measured loss. */
import { describe, expect, it } from 'vitest'
import { ACTIVATIONS, type Activation, type ExperimentInput, LOSSES } from '../domain/experiment.ts'
import { initialWeights } from '../domain/initial-weights.ts'
import { expectExperiment } from '../domain/parse.ts'
import { stream } from '../domain/random.ts'
import { differentiated, eachEngine, samples, type TestEngine, trainerOf } from './trainers.testing.ts'

const ROWS = 6
/** Half width of a difference: float32 losses carry about 7 digits, so 1e-2 leaves 4 or 5 for the slope. */
const WIDTH = 1e-2

function check(engine: TestEngine, input: ExperimentInput, targets: (i: number) => number) {
  const experiment = expectExperiment({ ...input, optimizer: { kind: 'sgd' } })
  const size = initialWeights(experiment)[0]!.shape[0]!
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
  for (const i of probes) {
    const numeric = (lossAt(i, WIDTH) - lossAt(i, -WIDTH)) / (2 * WIDTH)
    expect(Math.abs(slopes[i]! - numeric), `weight ${i}: ${slopes[i]} against ${numeric}`).toBeLessThan(
      2e-3 + 0.02 * Math.abs(numeric),
    )
  }
  const first = slopes.subarray(0, weights[0]!.values.length)
  expect(reported[0]).toBeCloseTo(Math.sqrt(first.reduce((sum, g) => sum + g * g, 0) / first.length), 4)
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
})
