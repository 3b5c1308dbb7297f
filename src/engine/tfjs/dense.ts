/**
 * A dense layer forward and backward, in tf.* and in GLSL (program.ts). A program multiplies matrices number by number;
 * tfjs' own product works in blocks, which pays for its four draws where there is much to multiply.
 */
import type { Activation } from '../../domain/experiment/experiment.ts'
import { activationCode, plainActivation, plainSlope } from './activations.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/**
 * The largest product for which a program is used: its multiplications, at which both ways take software WebGL the same
 * time, and the terms of each of its sums.
 */
const FEW = 2 ** 17
const SHORT = 1000

export interface LayerWeights {
  readonly kernel: Tensor2D
  readonly bias: Tensor1D
}

/** f(x·W + b) */
export function dense(activation: Activation, x: Tensor2D, { kernel, bias }: LayerWeights): Tensor2D {
  const multiply = () => tf.matMul(x, kernel)
  if (!fuses()) return plainActivation(activation, tf.add(multiply(), bias))
  const [inputs, units] = kernel.shape
  const shape: [number, number] = [x.shape[0], units]
  const product = productIn(shape, inputs, { X: x, W: kernel }, 'getX(at.x, k) * getW(k, at.y)', multiply)
  const code = `${activationCode(activation)}
  void main() {
    ivec2 at = getOutputCoords();
    ${product.code}
    setOutput(activation(sum + getB(at.y)));
  }`
  return draw(shape, { ...product, inputs: { ...product.inputs, B: bias }, code }) as Tensor2D
}

/** The values from which a layer's slope is computed (`slopeFrom`), and the dropout factors of its output. */
export interface Passed {
  readonly activation: Activation
  readonly at: Tensor2D
  readonly mask: Tensor2D | null
}

/** (d·Wᵀ) ∘ mask ∘ f′: from the gradient by a layer's logits to that by the layer below. */
export function upstream(d: Tensor2D, kernel: Tensor2D, { activation, at, mask }: Passed): Tensor2D {
  const multiply = () => tf.matMul(d, kernel, false, true)
  if (!fuses()) {
    const masked = mask ? tf.mul(multiply(), mask) : multiply()
    return tf.mul(masked, plainSlope(activation, at))
  }
  const [inputs, units] = kernel.shape
  const shape: [number, number] = [d.shape[0], inputs]
  const product = productIn(shape, units, { D: d, W: kernel }, 'getD(at.x, k) * getW(at.y, k)', multiply)
  const code = `${activationCode(activation)}
  void main() {
    ivec2 at = getOutputCoords();
    ${product.code}
    setOutput(sum * ${mask ? 'getM(at.x, at.y) * ' : ''}slope(getA(at.x, at.y)));
  }`
  const all = { ...product.inputs, A: at, ...(mask && { M: mask }) }
  return draw(shape, { ...product, inputs: all, code }) as Tensor2D
}

/** The inputs of a layer, and the gradient by its logits. */
export interface Flow {
  readonly x: Tensor2D
  readonly d: Tensor2D
}

/** The gradients by kernel, bias, kernel, … of consecutive layers as one vector: xᵀ·d, and the sum of d over rows. */
export function weightGradients(flows: readonly Flow[]): Tensor1D {
  const chunks: Tensor[] = []
  let together: Flow[] = []
  const drawTogether = () => {
    if (together.length > 0) chunks.push(drawWeightGradients(together))
    together = []
  }
  for (const flow of flows) {
    const { x, d } = flow
    if (fuses() && small([x.shape[1], d.shape[1]], x.shape[0])) {
      if (together.push(flow) === MOST_TOGETHER) drawTogether()
    } else {
      drawTogether()
      chunks.push(tf.matMul(x, d, true, false), tf.sum(d, 0))
    }
  }
  drawTogether()
  return chunks.length === 1 ? (chunks[0] as Tensor1D) : joined(chunks)
}

/** One vector of all the numbers. */
export function joined(parts: readonly Tensor[]): Tensor1D {
  return tf.concat1d(parts.map((part) => tf.reshape(part, [part.size]) as Tensor1D))
}

/** Every WebGL 2 allows a program 16 textures, which are x and d of this many layers. */
const MOST_TOGETHER = 8

/** The bias is the kernel's row for an input that is always 1. */
function drawWeightGradients(flows: readonly Flow[]): Tensor1D {
  const inputs: Record<string, Tensor> = {}
  const ints: Record<string, number> = { rows: flows[0]!.x.shape[0] }
  const functions: string[] = []
  const branches: string[] = []
  let end = 0
  for (const [i, { x, d }] of flows.entries()) {
    const begin = end
    end += (x.shape[1] + 1) * d.shape[1]
    Object.assign(inputs, { [`X${i}`]: x, [`D${i}`]: d })
    Object.assign(ints, { [`inputs${i}`]: x.shape[1], [`units${i}`]: d.shape[1], [`begin${i}`]: begin })
    functions.push(`
  float gradient${i}(int at) {
    int row = at / units${i};
    int column = at - row * units${i};
    float sum = 0.;
    for (int k = 0; k < rows; k++)
      sum += (row < inputs${i} ? getX${i}(k, row) : 1.) * getD${i}(k, column);
    return sum;
  }`)
    branches.unshift(`if (at >= begin${i}) setOutput(gradient${i}(at - begin${i}));`)
  }
  const code = `${functions.join('')}
  void main() {
    int at = getOutputCoords();
    ${branches.join('\n    else ')}
  }`
  return draw([end], { inputs, ints, code }) as Tensor1D
}

type Shape = readonly [rows: number, columns: number]

export const small = ([rows, columns]: Shape, size: number) => rows * columns * size <= FEW && size <= SHORT

/**
 * GLSL that leaves one number of a product in `sum`: it adds `size` terms itself, or reads them from TensorFlow.js'
 * product.
 */
function productIn(
  shape: Shape,
  size: number,
  inputs: Readonly<Record<string, Tensor>>,
  term: string,
  multiply: () => Tensor,
) {
  if (!small(shape, size))
    return { inputs: { P: multiply() }, ints: {}, code: 'float sum = getP(at.x, at.y);' }
  const code = `float sum = 0.;
    for (int k = 0; k < size; k++) sum += ${term};`
  return { inputs, ints: { size }, code }
}
