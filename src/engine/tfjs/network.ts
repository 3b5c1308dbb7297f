/** Weights as one flat vector, and the forward pass over it. */
import type { DenseLayer } from '../../domain/model.ts'
import { activate } from './activations.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** Where a layer's kernel and bias lie in the flat vector. */
export interface Placed {
  readonly layer: DenseLayer
  readonly kernelAt: number
  readonly biasAt: number
}

export function place(layers: readonly DenseLayer[]): Placed[] {
  let at = 0
  return layers.map((layer) => {
    const kernelAt = at
    const biasAt = kernelAt + layer.inputs * layer.units
    at = biasAt + layer.units
    return { layer, kernelAt, biasAt }
  })
}

export interface LayerWeights {
  readonly kernel: Tensor2D
  readonly bias: Tensor1D
}

export function split(flat: Tensor1D, placed: readonly Placed[]): LayerWeights[] {
  return placed.map(({ layer, kernelAt, biasAt }) => ({
    kernel: tf.reshape(tf.slice(flat, kernelAt, layer.inputs * layer.units), [layer.inputs, layer.units]),
    bias: tf.slice(flat, biasAt, layer.units),
  }))
}

/** kernel, bias, kernel, … as `split` orders them; undoes it. */
export function joined(parts: readonly Tensor[]): Tensor1D {
  return tf.concat1d(parts.map((part) => tf.reshape(part, [part.size]) as Tensor1D))
}

/** Logits. `mask` gives a hidden layer's dropout factors, or null outside training. */
export function forward(
  placed: readonly Placed[],
  weights: readonly LayerWeights[],
  inputs: Tensor2D,
  mask: (layer: number, rows: number, units: number, rate: number) => Tensor2D | null,
): Tensor2D {
  return placed.reduce((x, { layer }, i) => {
    const { kernel, bias } = weights[i]!
    const active = activate(layer.activation, tf.add(tf.matMul(x, kernel), bias))
    const factors = layer.dropout > 0 ? mask(i, inputs.shape[0], layer.units, layer.dropout) : null
    return factors ? tf.mul(active, factors) : active
  }, inputs)
}
