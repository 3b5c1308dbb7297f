/**
 * Networks of dense layers, with or without residual blocks: both passes are written by hand, in as few operations as
 * they need.
 */
import type { DenseLayer } from '../../domain/network/layers.ts'
import { activate, slopeFrom } from './activations.ts'
import { dense, joined, type LayerWeights, type Passed, upstream, weightGradients } from './dense.ts'
import type { Mask, Network, Watch } from './network.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

interface SkipWeights extends LayerWeights {
  /** The projection of a block whose ends differ in width. */
  readonly projection: Tensor2D | null
}

/** Views of the flat vector where the device has them. */
function split(flat: Tensor1D, layers: readonly DenseLayer[]): SkipWeights[] {
  const matrix = (at: number, rows: number, columns: number) =>
    tf.reshape(tf.slice(flat, at, rows * columns), [rows, columns]) as Tensor2D
  return layers.map(({ inputs, units, kernelAt, biasAt, skip }) => ({
    kernel: matrix(kernelAt, inputs, units),
    bias: tf.slice(flat, biasAt, units),
    projection:
      skip === null || skip.projectionAt === null ? null : matrix(skip.projectionAt, skip.inputs, units),
  }))
}

interface Pass {
  readonly logits: Tensor2D
  /** The inputs of each layer. */
  readonly given: readonly Tensor2D[]
  /** The values from which each layer's slope is computed. */
  readonly passed: readonly Passed[]
  /** The sums x·W + b of the layers whose values a block adds. */
  readonly values: ReadonlyMap<number, Tensor2D>
}

function pass(
  layers: readonly DenseLayer[],
  weights: readonly SkipWeights[],
  inputs: Tensor2D,
  mask: Mask | null,
  watch?: Watch,
): Pass {
  const sources = sourcesOf(layers)
  const given: Tensor2D[] = []
  const passed: Passed[] = []
  const values = new Map<number, Tensor2D>()
  const logits = layers.reduce((x, { activation, units, dropout, skip }, i) => {
    const factors = mask && dropout > 0 ? mask(i, units, dropout) : null
    const fromInput = slopeFrom(activation) === 'input' || skip !== null || sources.has(i)
    const made = dense(fromInput ? 'linear' : activation, x, weights[i]!)
    const value = skip === null ? made : tf.add(made, carriedOver(values.get(skip.from)!, weights[i]!))
    if (sources.has(i)) values.set(i, value as Tensor2D)
    const active = fromInput ? activate(activation, value as Tensor2D) : made
    watch?.(i, active)
    given.push(x)
    passed.push({
      activation,
      at: slopeFrom(activation) === 'input' ? (value as Tensor2D) : active,
      mask: factors,
    })
    return factors ? tf.mul(active, factors) : active
  }, inputs)
  return { logits, given, passed, values }
}

const sourcesOf = (layers: readonly DenseLayer[]) =>
  new Set(layers.flatMap(({ skip }) => (skip === null ? [] : [skip.from])))

function carriedOver(value: Tensor2D, { projection }: SkipWeights): Tensor2D {
  return projection === null ? value : tf.matMul(value, projection)
}

export function denseNetwork(layers: readonly DenseLayer[]): Network {
  return {
    rows: Number.POSITIVE_INFINITY,
    forward: (flat, inputs, watch) => pass(layers, split(flat, layers), inputs, null, watch).logits,
    gradient: (flat, inputs, mask, byLogits) => gradient(layers, flat, inputs, mask, byLogits),
  }
}

function gradient(
  layers: readonly DenseLayer[],
  flat: Tensor1D,
  inputs: Tensor2D,
  mask: Mask | null,
  byLogits: (logits: Tensor2D) => Tensor2D,
): Tensor1D {
  const weights = split(flat, layers)
  const { logits, given, passed, values } = pass(layers, weights, inputs, mask)
  const projections: Tensor[] = []
  /** The gradient that reaches the layer below a block by the skip. */
  let around: Tensor2D | null = null
  let d = byLogits(logits)
  const flows = [{ x: given.at(-1)!, d }]
  for (let i = layers.length - 1; i > 0; i--) {
    const { skip } = layers[i]!
    const { projection, kernel } = weights[i]!
    if (skip !== null) {
      if (projection !== null) projections.unshift(tf.matMul(values.get(skip.from)!, d, true, false))
      around = projection === null ? d : tf.matMul(d, projection, false, true)
    }
    d = upstream(d, kernel, passed[i - 1]!)
    if (values.has(i - 1)) d = tf.add(d, around!)
    flows.unshift({ x: given[i - 1]!, d })
  }
  const gradients = weightGradients(flows)
  return projections.length === 0 ? gradients : joined([gradients, ...projections])
}
