/** Lessons of deep networks on real digits. They take seconds a seed: the test looks at one, the proof at the others. */
import { expect } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { networkLayers, parameterCount } from '../../domain/network/network.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { CHANCE, digitSource, seeded } from './lessons.testing.ts'

const digitsOf = (
  seed: number,
  train: number,
  epochs: number,
  learningRate: number,
  model: ExperimentInput['model'],
) =>
  expectExperiment({
    data: { set: 'digits', train, validation: 2000, test: 1 },
    model: { activation: 'relu', initializer: 'he-uniform', layers: [], ...model },
    optimizer: { kind: 'adam', learningRate },
    training: { batchSize: 32, epochs },
    earlyStopping: null,
    seed: seeded(seed),
  })

/** Five hundred digits: convolutions beat dense layers with less than a tenth of the weights. */
export async function convolutionsBeatDenseLayers(seed: number) {
  const dense = digitsOf(seed, 500, 30, 1e-3, { layers: [{ units: 128 }] })
  const cnn = digitsOf(seed, 500, 30, 1e-3, { kind: 'cnn', blocks: [{ filters: 8 }, { filters: 16 }] })
  expect(parameterCount(cnn)).toBe(9098)
  expect(parameterCount(cnn) * 10).toBeLessThan(parameterCount(dense))
  const [a, b] = [await trained(dense, digitSource), await trained(cnn, digitSource)]
  expect(b.last.validation.accuracy! - a.last.validation.accuracy!).toBeGreaterThan(0.01)
  expect(b.last.validation.loss).toBeLessThan(a.last.validation.loss)
}

/** Twenty-six convolutions: plain ones stay at chance on their training data, residual ones learn it. */
export async function depthNeedsResidualBlocks(seed: number) {
  const deep = (kind: 'cnn' | 'residual-cnn') => {
    const blocks = [
      { filters: 8, layers: 1, pool: 2 },
      { filters: 8, layers: 25, pool: 2 },
    ]
    const initializer = 'glorot-uniform'
    const { data, ...rest } = digitsOf(seed, 500, 10, 3e-3, { kind, blocks, initializer })
    return expectExperiment({ ...rest, data: { ...data, validation: 200 } })
  }
  expect(networkLayers(deep('cnn'))).toHaveLength(networkLayers(deep('residual-cnn')).length)
  expect(parameterCount(deep('cnn'))).toBe(parameterCount(deep('residual-cnn')))
  const plain = await trained(deep('cnn'), digitSource)
  const residual = await trained(deep('residual-cnn'), digitSource)
  expect(plain.last.train.accuracy).toBeLessThan(CHANCE)
  expect(residual.last.train.accuracy).toBeGreaterThan(0.9)
}
