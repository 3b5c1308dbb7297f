/**
 * More training data (Ng, Machine Learning Yearning ch. 28–31): on moons with 15 % of all labels flipped, validation loss
 * falls towards the entropy of the flips and training loss rises towards it. The same number of updates for every size.
 */
import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { noiseFloor } from '../../domain/run/reference-losses.ts'
import { trained } from '../trained.testing.ts'
import { SEEDS, seeded } from './lessons.testing.ts'

const SIZES = [30, 100, 300, 1000, 3000]
const UPDATES = 2000
const BATCH = 16

const experiment = (seed: number, train: number) =>
  expectExperiment({
    data: {
      set: 'moons',
      train,
      validation: 500,
      test: 1,
      noise: 0.2,
      labelNoise: 0.15,
      labelNoiseIn: 'all',
    },
    model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu', initializer: 'he-uniform' },
    optimizer: { kind: 'adam', learningRate: 0.01 },
    training: { batchSize: BATCH, epochs: Math.max(1, Math.round(UPDATES / Math.ceil(train / BATCH))) },
    earlyStopping: null,
    seed: seeded(seed),
  })

describe.each(SEEDS)('seed %i', (seed) => {
  it('lowers validation loss, raises training loss, and both meet near the noise floor', async () => {
    const ends = []
    for (const train of SIZES) ends.push((await trained(experiment(seed, train))).last)
    const validation = ends.map((row) => row.validation.loss)
    const train = ends.map((row) => row.train.loss)
    for (const i of [1, 2, 3]) expect(validation[i]!).toBeLessThan(validation[i - 1]!)
    for (const i of [1, 2, 3]) expect(train[i]!).toBeGreaterThan(train[i - 1]!)
    const floor = noiseFloor(experiment(seed, 30))!
    expect(Math.abs(validation[4]! - train[4]!)).toBeLessThan(0.06)
    expect(validation[4]!).toBeLessThan(floor + 0.08)
    expect(train[0]!).toBeLessThan(floor / 2)
  })
})
