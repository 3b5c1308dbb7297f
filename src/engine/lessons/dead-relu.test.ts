/**
 * Dead ReLUs (facts known from other implementations and CS231n's notes): a learning rate of 2 pushes most units below 0
 * for every input, where no gradient brings them back: the loss is flat at that of guessing, which looks like a learning
 * rate too small. Leaky ReLU is no cure for it, it only lets the run diverge openly; a twentieth of the rate is.
 */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { CHANCE, digitSource, SEEDS, seeded } from './lessons.testing.ts'

const experiment = (seed: number, learningRate: number, model: ExperimentInput['model'] = {}) =>
  expectExperiment({
    data: { set: 'digits', train: 1000, validation: 200, test: 1 },
    model: {
      layers: [{ units: 64 }, { units: 64 }],
      activation: 'relu',
      initializer: 'he-uniform',
      ...model,
    },
    optimizer: { kind: 'sgd', learningRate },
    training: { batchSize: 32, epochs: 10 },
    earlyStopping: null,
    seed: seeded(seed),
  })

const GUESSING = Math.log(10)

describe.each(SEEDS)('seed %i', (seed) => {
  it('a learning rate of 2 kills ReLUs, with the loss flat at guessing; 0.1 learns; leaky ReLUs diverge', async () => {
    const dead = await trained(experiment(seed, 2), digitSource)
    expect(dead.last.train.accuracy).toBeLessThan(CHANCE)
    for (const { train } of dead.rows.slice(1)) expect(train.loss).toBeGreaterThan(GUESSING - 0.1)
    expect(Math.abs(dead.last.train.loss - dead.rows.at(-3)!.train.loss)).toBeLessThan(0.1)
    const alive = await trained(experiment(seed, 0.1), digitSource)
    expect(alive.last.train.accuracy).toBeGreaterThan(0.9)
    const leaky = await trained(experiment(seed, 2, { activation: 'leaky-relu' }), digitSource)
    expect(leaky.outcome.kind === 'diverged' || leaky.last.train.loss > GUESSING - 0.1).toBe(true)
  })

  it('biases of −3 kill all of them before the first step: no gradient reaches a kernel below the output', async () => {
    const wanted = experiment(seed, 0.1)
    const lowered = initialWeights(wanted).map((weight) =>
      weight.name.endsWith('/bias') && !weight.name.startsWith('dense_3')
        ? { ...weight, values: weight.values.map(() => -3) }
        : weight,
    )
    const { rows, last } = await trained(wanted, digitSource, lowered)
    for (const { gradients } of rows) expect(gradients.slice(0, 2)).toEqual([0, 0])
    expect(last.train.accuracy).toBeLessThan(CHANCE)
  })
})
