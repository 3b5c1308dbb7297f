import { describe, expect, it } from 'vitest'
import type { Initializer } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { initialWeights, namedWeights } from './initial-weights.ts'
import { parameterCount } from './network.ts'

const network = (initializer: Initializer, layers = [{ units: 200 }, { units: 300 }]) =>
  expectExperiment({ model: { layers, initializer } })

/** Deviation of the 200 × 300 kernel: 60,000 draws, so within a percent of the formula. */
const deviation = (initializer: Initializer) => {
  const { values } = initialWeights(network(initializer))[2]!
  return Math.sqrt(values.reduce((sum, w) => sum + w * w, 0) / values.length)
}

describe('initial weights', () => {
  it.each([
    ['glorot-uniform', Math.sqrt(2 / 500)],
    ['glorot-normal', Math.sqrt(2 / 500)],
    ['he-uniform', Math.sqrt(2 / 200)],
    ['he-normal', Math.sqrt(2 / 200)],
    ['lecun-normal', Math.sqrt(1 / 200)],
    ['small-uniform', 0.1 / Math.sqrt(12)],
  ] as const)('%s has the deviation its paper asks for', (initializer, expected) => {
    expect(deviation(initializer) / expected).toBeCloseTo(1, 1.7)
  })

  it('zeros are zeros, and biases always are', () => {
    expect(deviation('zeros')).toBe(0)
    expect(initialWeights(network('he-normal'))[3]!.values.every((b) => b === 0)).toBe(true)
  })

  it('no two layers are alike, and a layer added at the end leaves the earlier ones as they were', () => {
    const [two, three] = [
      network('glorot-uniform', [{ units: 8 }, { units: 8 }]),
      network('glorot-uniform', [{ units: 8 }, { units: 8 }, { units: 8 }]),
    ].map(initialWeights)
    expect(three!.slice(0, 4)).toEqual(two!.slice(0, 4))
    expect(three![2]!.values).not.toEqual(three![4]!.values)
  })

  it('as many as the count beside the layers says, and back from one flat vector', () => {
    const experiment = network('glorot-uniform')
    const weights = initialWeights(experiment)
    const flat = Float32Array.from(weights.flatMap(({ values }) => [...values]))
    expect(flat).toHaveLength(parameterCount(experiment))
    expect(namedWeights(experiment, flat)).toEqual(weights)
  })
})

describe('residual blocks', () => {
  const experiment = expectExperiment({
    model: { kind: 'residual-mlp', layers: [8, 8, 8, 5, 6].map((units) => ({ units })) },
  })
  const weights = initialWeights(experiment)
  const named = (name: string) => weights.find((weight) => weight.name === name)!

  it('begin as the identity: their last kernel is 0, the others are not', () => {
    expect(named('dense_3/kernel').values.every((w) => w === 0)).toBe(true)
    expect(named('dense_5/kernel').values.every((w) => w === 0)).toBe(true)
    for (const name of ['dense_1/kernel', 'dense_2/kernel', 'dense_4/kernel', 'dense_6/kernel'])
      expect(named(name).values.some((w) => w !== 0)).toBe(true)
  })

  it('have a projection where widths differ, after all layers, and it counts', () => {
    expect(weights.at(-1)).toMatchObject({ name: 'dense_5/projection', shape: [8, 6] })
    expect(weights.filter(({ name }) => name.endsWith('projection'))).toHaveLength(1)
    const flat = Float32Array.from(weights.flatMap(({ values }) => [...values]))
    expect(flat).toHaveLength(parameterCount(experiment))
    expect(namedWeights(experiment, flat)).toEqual(weights)
  })
})
