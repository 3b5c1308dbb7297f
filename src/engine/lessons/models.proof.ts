/** The lessons of convolutions hold on the other seeds too (models.test.ts has the first). */
import { describe, it } from 'vitest'
import { convolutionsBeatDenseLayers, depthNeedsResidualBlocks } from './convolutions.testing.ts'
import { SEEDS } from './lessons.testing.ts'

describe.each(SEEDS.slice(1))('seed %i', (seed) => {
  it('convolutions beat dense layers with less than a tenth of the weights', () =>
    convolutionsBeatDenseLayers(seed))

  it('plain convolutions stay at chance on their training data, residual ones learn it', () =>
    depthNeedsResidualBlocks(seed))
})
