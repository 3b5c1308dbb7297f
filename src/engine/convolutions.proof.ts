/** Convolutions beat dense layers with less than a tenth of the weights (LeCun et al. 1998). */
import { expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { parameterCount } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { packedSource, trained } from './trained.testing.ts'

it.each([1, 2, 3])('on five hundred digits, from seed %i', async (seed) => {
  const of = (model: ExperimentInput['model']) =>
    expectExperiment({
      data: { set: 'digits', train: 500, validation: 2000, test: 1 },
      model: { activation: 'relu', initializer: 'he-uniform', layers: [], ...model },
      optimizer: { kind: 'adam', learningRate: 1e-3 },
      training: { batchSize: 32, epochs: 30 },
      earlyStopping: null,
      seed: { data: seed, weights: seed, training: seed },
    })
  const dense = of({ layers: [{ units: 128 }] })
  const cnn = of({ kind: 'cnn', blocks: [{ filters: 8 }, { filters: 16 }] })
  expect(parameterCount(cnn)).toBe(9098)
  expect(parameterCount(cnn) * 10).toBeLessThan(parameterCount(dense))
  const digits = packedSource('digits')
  const [a, b] = [await trained(dense, digits), await trained(cnn, digits)]
  expect(b.last.validation.accuracy! - a.last.validation.accuracy!).toBeGreaterThan(0.01)
  expect(b.last.validation.loss).toBeLessThan(a.last.validation.loss)
})
