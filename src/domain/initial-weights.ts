/**
 * Initial weights, the same for every engine. Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998, with the exact
 * variance their papers ask for (plain normals, not truncated ones). Biases start at 0, and so does the last kernel of a
 * residual block, which then begins as the identity: without that, deep ones explode. `small-uniform` is ±0.05.
 * Each layer has its own stream: adding a layer at the end leaves the earlier ones as they were.
 */
import type { Experiment, Initializer } from './experiment.ts'
import { denseLayers, sizeOf, weightShapes } from './model.ts'
import { type Random, stream } from './random.ts'

/** A weight tensor as saved: kernels are inputs × outputs, row-major. */
export interface WeightArray {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export function initialWeights(experiment: Experiment): WeightArray[] {
  const layers = denseLayers(experiment)
  const { model, seed } = experiment
  return weightShapes(experiment).map(({ name, shape }): WeightArray => {
    const values = new Float32Array(sizeOf(shape))
    const [layerName, part] = name.split('/')
    const i = layers.findIndex((layer) => layer.name === layerName)
    const startsAtZero = part === 'bias' || (part === 'kernel' && layers[i]!.skip !== null)
    if (startsAtZero) return { name, shape, values }
    const path = part === 'projection' ? ['weights', i, part] : ['weights', i]
    const draw = sampler(model.initializer, shape[0]!, shape[1]!, stream(seed.weights, ...path))
    return { name, shape, values: values.map(draw) }
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

/** Flat weights → named arrays. */
export function namedWeights(experiment: Experiment, flat: Float32Array): WeightArray[] {
  let at = 0
  return weightShapes(experiment).map(({ name, shape }) => {
    const from = at
    at += sizeOf(shape)
    return { name, shape, values: flat.slice(from, at) }
  })
}
