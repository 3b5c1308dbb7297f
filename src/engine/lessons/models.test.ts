/**
 * When the model itself is the remedy, three seeds each: LSTM where Elman's network forgets (Hochreiter & Schmidhuber
 * 1997, the adding problem), convolutions where dense layers need ten times the weights (LeCun et al. 1998), residual
 * blocks where plain convolutions get worse with depth on their own training data (He et al. 2015).
 */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { networkLayers, parameterCount } from '../../domain/network/network.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trainers.testing.ts'
import { CHANCE, digitSource, SEEDS, seeded } from './lessons.testing.ts'

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

describe.each(SEEDS)('seed %i', (seed) => {
  it('adds two marked numbers thirty steps apart: LSTM ends at least ten times below Elman’s network', async () => {
    const adding = (kind: 'rnn' | 'lstm') =>
      trained(
        expectExperiment({
          data: { set: 'adding', length: 30, train: 1000, validation: 500, test: 1 },
          model: { kind, layers: [{ units: 16 }] },
          optimizer: { kind: 'adam', learningRate: 0.02, clipNorm: 1 },
          training: { batchSize: 100, epochs: 40 },
          earlyStopping: null,
          seed: seeded(seed),
        }),
      )
    const [elman, lstm] = [await adding('rnn'), await adding('lstm')]
    expect(lstm.last.validation.loss).toBeLessThan(0.01)
    expect(lstm.last.validation.loss).toBeLessThan(elman.last.validation.loss / 10)
  })

  it('five hundred digits: convolutions beat dense layers with less than a tenth of the weights', async () => {
    const dense = digitsOf(seed, 500, 30, 1e-3, { layers: [{ units: 128 }] })
    const cnn = digitsOf(seed, 500, 30, 1e-3, { kind: 'cnn', blocks: [{ filters: 8 }, { filters: 16 }] })
    expect(parameterCount(cnn)).toBe(9098)
    expect(parameterCount(cnn) * 10).toBeLessThan(parameterCount(dense))
    const [a, b] = [await trained(dense, digitSource), await trained(cnn, digitSource)]
    expect(b.last.validation.accuracy! - a.last.validation.accuracy!).toBeGreaterThan(0.01)
    expect(b.last.validation.loss).toBeLessThan(a.last.validation.loss)
  })

  it('twenty-six convolutions: plain ones stay at chance on their training data, residual ones learn it', async () => {
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
  })
})
