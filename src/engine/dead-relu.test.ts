import { expect, it } from 'vitest'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { packedSource, trained } from './trained.testing.ts'

it.each([1, 2])(
  'biases of −3 silence all ReLUs from the start: no gradient ever reaches them (seed %i)',
  async (seed) => {
    const experiment = expectExperiment({
      data: { set: 'digits', train: 300, validation: 100, test: 1 },
      model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu', initializer: 'he-uniform' },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
      training: { batchSize: 32, epochs: 5 },
      earlyStopping: null,
      seed: { data: seed, weights: seed, training: seed },
    })
    const lowered = initialWeights(experiment).map((weight) =>
      weight.name.endsWith('/bias') && !weight.name.startsWith('dense_3')
        ? { ...weight, values: weight.values.map(() => -3) }
        : weight,
    )
    const { rows, last } = await trained(experiment, packedSource('digits'), lowered)
    for (const { gradients } of rows) expect(gradients.slice(0, 2)).toEqual([0, 0])
    // The share of the most frequent digit is 0.113.
    expect(last.train.accuracy).toBeLessThan(0.2)
  },
)
