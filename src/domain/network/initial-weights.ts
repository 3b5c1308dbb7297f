/**
 * Initial weights, the same for every engine. Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998, with the exact
 * variance their papers ask for (plain normals, not truncated ones). Biases start at 0, an LSTM's forget gates at 1 (Gers
 * et al. 2000), recurrent kernels with orthonormal rows (Saxe et al. 2014), as in Keras. The last kernel of a residual
 * block starts at 0: the block then begins as the identity, and without that deep ones explode. `small-uniform` is ±0.05.
 * Each layer has its own stream: adding a layer at the end leaves the earlier ones as they were.
 */
import type { Experiment, Initializer } from '../experiment/experiment.ts'
import { type Random, stream } from '../random.ts'
import { type NetworkLayer, sizeOf } from './layers.ts'
import { networkLayers, type WeightTensor, weightTensors } from './network.ts'
import { orthonormalRows } from './orthonormal.ts'

/** A weight tensor as saved: kernels are inputs × outputs, row-major. */
export interface WeightArray {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export function initialWeights(experiment: Experiment): WeightArray[] {
  const layers = networkLayers(experiment)
  return weightTensors(experiment).map(
    (tensor): WeightArray => ({
      name: tensor.name,
      shape: tensor.shape,
      values: initialValues(experiment, tensor, layers[tensor.layer]!),
    }),
  )
}

function initialValues({ model, seed }: Experiment, tensor: WeightTensor, layer: NetworkLayer): Float32Array {
  const { shape, role, layer: i } = tensor
  const values = new Float32Array(sizeOf(shape))
  switch (role) {
    case 'bias':
      return layer.kind === 'recurrent' && layer.cell === 'lstm'
        ? values.fill(1, layer.units, 2 * layer.units)
        : values
    case 'recurrent':
      return orthonormalRows(shape[0]!, shape[1]!, stream(seed.weights, 'weights', i, role))
    case 'kernel':
      if (layer.skip !== null) return values
      return values.map(
        sampler(model.initializer, fanIn(shape), fanOut(shape), stream(seed.weights, 'weights', i)),
      )
    case 'projection': {
      const random = stream(seed.weights, 'weights', i, role)
      return values.map(sampler(model.initializer, fanIn(shape), fanOut(shape), random))
    }
    default:
      return role satisfies never
  }
}

/**
 * The fan-in: how many numbers contribute to one number of the output. It is the product of all sides of a
 * kernel but the last.
 */
const fanIn = (shape: readonly number[]) => sizeOf(shape.slice(0, -1))

/** The fan-out: to how many numbers of the output one number of the input contributes. */
const fanOut = (shape: readonly number[]) => sizeOf(shape.slice(0, -2)) * shape.at(-1)!

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
  return weightTensors(experiment).map(({ name, shape }) => {
    const from = at
    at += sizeOf(shape)
    return { name, shape, values: flat.slice(from, at) }
  })
}

/** Named arrays → flat weights. */
export function flatWeights(arrays: readonly WeightArray[]): Float32Array {
  const flat = new Float32Array(arrays.reduce((sum, { values }) => sum + values.length, 0))
  let at = 0
  for (const { values } of arrays) {
    flat.set(values, at)
    at += values.length
  }
  return flat
}
