/**
 * Initial weights, the same for every engine. Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998, with the exact
 * variance their papers ask for (plain normals, not truncated ones). Biases start at 0. `small-uniform` is ±0.05.
 * Each layer has its own stream: adding a layer at the end leaves the earlier ones as they were.
 */
import type { Experiment, Initializer } from './experiment.ts'
import { denseLayers } from './model.ts'
import { type Random, stream } from './random.ts'

/** A weight tensor as saved: kernels are inputs × outputs, row-major. */
export interface WeightArray {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export function initialWeights(experiment: Experiment): WeightArray[] {
  return denseLayers(experiment).flatMap(({ name, inputs, units }, i) => {
    const random = stream(experiment.seed.weights, 'weights', i)
    const draw = sampler(experiment.model.initializer, inputs, units, random)
    return [
      {
        name: `${name}/kernel`,
        shape: [inputs, units],
        values: Float32Array.from({ length: inputs * units }, draw),
      },
      { name: `${name}/bias`, shape: [units], values: new Float32Array(units) },
    ]
  })
}

function sampler(initializer: Initializer, inputs: number, units: number, random: Random): () => number {
  const within = (limit: number) => () => (2 * random.uniform() - 1) * limit
  const spread = (deviation: number) => () => random.normal() * deviation
  switch (initializer) {
    case 'glorot-uniform':
      return within(Math.sqrt(6 / (inputs + units)))
    case 'glorot-normal':
      return spread(Math.sqrt(2 / (inputs + units)))
    case 'he-uniform':
      return within(Math.sqrt(6 / inputs))
    case 'he-normal':
      return spread(Math.sqrt(2 / inputs))
    case 'lecun-normal':
      return spread(Math.sqrt(1 / inputs))
    case 'small-uniform':
      return within(0.05)
    case 'zeros':
      return () => 0
    default:
      return initializer satisfies never
  }
}

/** Flat weights (kernel, bias, kernel, …) → named arrays. */
export function namedWeights(experiment: Experiment, flat: Float32Array): WeightArray[] {
  let at = 0
  const take = (name: string, shape: readonly number[]): WeightArray => {
    const length = shape.reduce((product, size) => product * size, 1)
    at += length
    return { name, shape, values: flat.slice(at - length, at) }
  }
  return denseLayers(experiment).flatMap(({ name, inputs, units }) => [
    take(`${name}/kernel`, [inputs, units]),
    take(`${name}/bias`, [units]),
  ])
}
