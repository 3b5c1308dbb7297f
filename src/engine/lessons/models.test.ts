/**
 * When the model itself is the remedy, on three seeds (of the convolutions two in models.proof.ts): LSTM where Elman's network forgets (Hochreiter & Schmidhuber
 * 1997, the adding problem), convolutions where dense layers need ten times the weights (LeCun et al. 1998), residual
 * blocks where plain convolutions get worse with depth on their own training data (He et al. 2015).
 */
import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { convolutionsBeatDenseLayers, depthNeedsResidualBlocks } from './convolutions.testing.ts'
import { SEEDS, seeded } from './lessons.testing.ts'

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
})

it('five hundred digits: convolutions beat dense layers with less than a tenth of the weights', () =>
  convolutionsBeatDenseLayers(1))

it('twenty-six convolutions: plain ones stay at chance on their training data, residual ones learn it', () =>
  depthNeedsResidualBlocks(1))
