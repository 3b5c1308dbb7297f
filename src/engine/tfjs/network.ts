/** Weights as one flat vector, and the passes over it. */
import type { Activation } from '../../domain/experiment.ts'
import type { DenseLayer } from '../../domain/model.ts'
import { activate, slopeFrom } from './activations.ts'
import { dense, type LayerWeights, type Passed, upstream, weightGradients } from './dense.ts'
import { type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** Views where the device has them. */
function split(flat: Tensor1D, layers: readonly DenseLayer[]): LayerWeights[] {
  return layers.map(({ inputs, units, kernelAt, biasAt }) => ({
    kernel: tf.reshape(tf.slice(flat, kernelAt, inputs * units), [inputs, units]),
    bias: tf.slice(flat, biasAt, units),
  }))
}

/** Logits, dropout off. */
export function forward(layers: readonly DenseLayer[], flat: Tensor1D, inputs: Tensor2D): Tensor2D {
  const weights = split(flat, layers)
  return layers.reduce((x, { activation }, i) => dense(activation, x, weights[i]!), inputs)
}

/** A hidden layer's dropout factors. */
export type Mask = (layer: number, units: number, rate: number) => Tensor2D

/** Gradient by the weights, flat, of an objective whose gradient by the logits is `byLogits`. No mask, no dropout. */
export function gradient(
  layers: readonly DenseLayer[],
  flat: Tensor1D,
  inputs: Tensor2D,
  mask: Mask | null,
  byLogits: (logits: Tensor2D) => Tensor2D,
): Tensor1D {
  const weights = split(flat, layers)
  const given = [inputs]
  const passed = layers.map(({ activation, units, dropout }, i) => {
    const factors = mask && dropout > 0 ? mask(i, units, dropout) : null
    const [output, seen] = pass(activation, given[i]!, weights[i]!, factors)
    given.push(output)
    return seen
  })
  let d = byLogits(given.pop()!)
  const flows = [{ x: given.pop()!, d }]
  for (let i = layers.length - 1; i > 0; i--) {
    d = upstream(d, weights[i]!.kernel, passed[i - 1]!)
    flows.unshift({ x: given.pop()!, d })
  }
  return weightGradients(flows)
}

/** A layer's output, and what its slope will be computed from. */
function pass(
  activation: Activation,
  x: Tensor2D,
  weights: LayerWeights,
  mask: Tensor2D | null,
): [Tensor2D, Passed] {
  const fromInput = slopeFrom(activation) === 'input'
  const at = dense(fromInput ? 'linear' : activation, x, weights)
  const active = fromInput ? activate(activation, at) : at
  return [mask ? tf.mul(active, mask) : active, { activation, at, mask }]
}
