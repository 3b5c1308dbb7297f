/**
 * Networks of convolutional and recurrent layers: only the forward pass is written here, and TensorFlow.js
 * differentiates it. That makes it a witness for kernels whose backward passes are derived by hand. Between layers a
 * sample is a row of numbers.
 */
import { type NetworkLayer, sizeOf } from '../../domain/network/layers.ts'
import type { WeightTensor } from '../../domain/network/network.ts'
import { differentiable } from './activations.ts'
import { biased } from './biased.ts'
import { convolution, pooled } from './convolution.ts'
import { joined } from './dense.ts'
import type { ByLogits, Mask, Network, Trace, Watch } from './network.ts'
import { recurrent } from './recurrent.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** A layer's own tensors; null for a role that it does not have. */
type LayerTensors = Readonly<Record<WeightTensor['role'], Tensor | null>>

export function differentiatedNetwork(
  layers: readonly NetworkLayer[],
  tensors: readonly WeightTensor[],
  rows: number,
): Network {
  const logits = (
    weights: readonly Tensor[],
    inputs: Tensor2D,
    mask: Mask | null,
    watch?: Watch,
    trace?: Trace,
  ) => pass(layers, byLayer(layers, tensors, weights), inputs, mask, watch, trace)
  return {
    rows,
    forward: (flat, inputs, watch, trace) => logits(split(flat, tensors), inputs, null, watch, trace),
    gradient(flat, inputs, mask, byLogits) {
      const slopes = tf.grads((...weights) => objective(logits(weights, inputs, mask), byLogits))
      return joined(slopes(split(flat, tensors)))
    },
  }
}

function split(flat: Tensor1D, tensors: readonly WeightTensor[]): Tensor[] {
  let at = 0
  return tensors.map(({ shape }) => {
    const from = at
    at += sizeOf(shape)
    return tf.reshape(tf.slice(flat, from, at - from), [...shape])
  })
}

function byLayer(
  layers: readonly NetworkLayer[],
  tensors: readonly WeightTensor[],
  weights: readonly Tensor[],
): LayerTensors[] {
  return layers.map((_, i) => {
    const own = (role: WeightTensor['role']) =>
      weights[tensors.findIndex((tensor) => tensor.layer === i && tensor.role === role)] ?? null
    return {
      kernel: own('kernel'),
      recurrent: own('recurrent'),
      bias: own('bias'),
      projection: own('projection'),
    }
  })
}

function pass(
  layers: readonly NetworkLayer[],
  weights: readonly LayerTensors[],
  inputs: Tensor2D,
  mask: Mask | null,
  watch?: Watch,
  trace?: Trace,
): Tensor2D {
  const sources = new Set(layers.flatMap(({ skip }) => (skip === null ? [] : [skip.from])))
  /** The sums of layers before their activation, where a block begins or ends. */
  const values: Tensor2D[] = []
  return layers.reduce((x, layer, i) => {
    const own = weights[i]!
    const activated = (product: Tensor2D) => {
      const active = activeOf(product)
      watch?.(i, active)
      return active
    }
    const activeOf = (product: Tensor2D) => {
      const bias = own.bias as Tensor1D
      if (layer.skip === null && !sources.has(i)) return biased(layer.activation, product, bias)
      const sums = biased('linear', product, bias)
      const value = layer.skip === null ? sums : tf.add(sums, carriedOver(values[layer.skip.from]!, own))
      values[i] = value as Tensor2D
      return differentiable(layer.activation, value as Tensor2D)
    }
    const handedOn = outputsOf(layer, own, x, activated, i === 0, trace)
    if (layer.kind === 'recurrent') watch?.(i, handedOn)
    const factors = mask && layer.dropout > 0 ? mask(i, layer.outputs, layer.dropout) : null
    return factors ? tf.mul(handedOn, factors) : handedOn
  }, inputs)
}

function outputsOf(
  layer: NetworkLayer,
  { kernel, recurrent: recurrentKernel, bias }: LayerTensors,
  x: Tensor2D,
  activated: (product: Tensor2D) => Tensor2D,
  isFirst: boolean,
  trace?: Trace,
): Tensor2D {
  switch (layer.kind) {
    case 'dense':
      return activated(tf.matMul(x, kernel as Tensor2D))
    case 'convolution':
      return pooled(layer, activated(convolution(layer, x, kernel!)))
    case 'recurrent':
      return recurrent(
        layer,
        x,
        { kernel: kernel as Tensor2D, recurrent: recurrentKernel as Tensor2D, bias: bias! },
        isFirst,
        trace,
      )
    default:
      return layer satisfies never
  }
}

function carriedOver(value: Tensor2D, { projection }: LayerTensors): Tensor2D {
  return projection === null ? value : tf.matMul(value, projection as Tensor2D)
}

/** A scalar of no interest whose gradient by the logits is the loss's. */
function objective(logits: Tensor2D, byLogits: ByLogits): Tensor {
  return tf.customGrad((z, save) => {
    ;(save as (tensors: Tensor[]) => void)([z as Tensor])
    return { value: tf.scalar(0), gradFunc: (_, [saved]: Tensor[]) => byLogits(saved as Tensor2D) }
  })(logits)
}
