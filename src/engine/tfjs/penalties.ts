/** L1 and L2 over kernels, by slope or proximal step, and clipping, in tf.* and in GLSL (program.ts). `kernels` is 1 at kernels, 0 at biases. */
import { type NetworkLayer, unitsOf } from '../../domain/network/layers.ts'
import { draw, fuses, resident } from './program.ts'
import { type Tensor, type Tensor1D, tf } from './tf.ts'

export interface Strengths {
  readonly l1: number
  readonly l2: number
}

/** 1 at kernels, 0 at biases; null where nothing is penalized. */
export function kernelMask(
  layers: readonly NetworkLayer[],
  { l1, l2 }: Strengths,
  length: number,
): Tensor1D | null {
  if (l1 === 0 && l2 === 0) return null
  const mask = new Float32Array(length)
  for (const layer of layers) {
    const { kernelAt, biasAt, skip } = layer
    mask.fill(1, kernelAt, biasAt)
    if (skip !== null && skip.projectionAt !== null)
      mask.fill(1, skip.projectionAt, skip.projectionAt + skip.inputs * unitsOf(layer))
  }
  return resident(tf.tensor1d(mask))
}

/**
 * How the penalties move the weights: by their slopes, if any, and by a proximal step of `reach` for each unit of the
 * learning rate.
 */
export function pull({ l1, l2, proximal }: Strengths & { readonly proximal: boolean }): {
  readonly slope: Strengths | null
  readonly reach: number
} {
  const [slope, reach] = proximal ? [{ l1: 0, l2 }, l1] : [{ l1, l2 }, 0]
  return { slope: slope.l1 === 0 && slope.l2 === 0 ? null : slope, reach }
}

/** l1·Σ|w| + l2·Σw² */
export function penalty(w: Tensor1D, kernels: Tensor1D, strengths: Strengths): Tensor {
  return tf.sum(addPenalty(null, w, kernels, strengths, 1))
}

/** Of each weight `rows` times its penalty, added to what was there. */
export function addPenalty(
  sum: Tensor1D | null,
  w: Tensor1D,
  kernels: Tensor1D,
  { l1, l2 }: Strengths,
  rows: number,
): Tensor1D {
  if (!fuses()) {
    const [values, marks] = [w.dataSync<'float32'>(), kernels.dataSync<'float32'>()]
    const sums = sum === null ? new Float32Array(values.length) : sum.dataSync<'float32'>().slice()
    for (const [i, value] of values.entries())
      sums[i]! += rows * marks[i]! * (l1 * Math.abs(value) + l2 * value * value)
    return tf.tensor1d(sums)
  }
  const code = `
  void main() {
    float w = getWAtOutCoords() * getKernelsAtOutCoords();
    setOutput(${sum === null ? '' : 'getSumAtOutCoords() + '}rows * (l1 * abs(w) + l2 * w * w));
  }`
  const inputs = { W: w, Kernels: kernels, ...(sum && { Sum: sum }) }
  return draw(w.shape, { inputs, floats: { l1, l2, rows }, code }) as Tensor1D
}

/** g with the penalty's slope added; |w| has slope 0 at 0. */
export function penalized(g: Tensor1D, w: Tensor1D, kernels: Tensor1D, { l1, l2 }: Strengths): Tensor1D {
  if (!fuses()) {
    const slope = tf.add(tf.mul(tf.sign(w), l1), tf.mul(w, 2 * l2))
    return tf.add(g, tf.mul(slope, kernels))
  }
  const code = `
  void main() {
    float w = getWAtOutCoords();
    setOutput(getGAtOutCoords() + (l1 * sign(w) + 2. * l2 * w) * getKernelsAtOutCoords());
  }`
  const inputs = { G: g, W: w, Kernels: kernels }
  return draw(g.shape, { inputs, floats: { l1, l2 }, code }) as Tensor1D
}

/** The proximal step of L1: every penalized weight `reach` nearer to 0, where it stops (Parikh & Boyd 2014, §6.5.2). */
export function shrunk(w: Tensor1D, kernels: Tensor1D, reach: number): Tensor1D {
  if (!fuses()) return tf.mul(tf.sign(w), tf.relu(tf.sub(tf.abs(w), tf.mul(kernels, reach))))
  const code = `
  void main() {
    float w = getWAtOutCoords();
    float to = reach * getKernelsAtOutCoords();
    setOutput(abs(w) <= to ? 0. : w - to * sign(w));
  }`
  return draw(w.shape, { inputs: { W: w, Kernels: kernels }, floats: { reach }, code }) as Tensor1D
}

/** Scales the whole gradient down to norm `limit` if it is longer. */
export function clipped(g: Tensor1D, limit: number): Tensor1D {
  const squares = tf.sum(tf.square(g))
  if (!fuses()) return tf.mul(g, tf.minimum(1, tf.div(limit, tf.maximum(tf.sqrt(squares), SHORTEST))))
  const code = `
  void main() {
    float norm = max(sqrt(getSquares()), ${SHORTEST});
    setOutput(getGAtOutCoords() * min(1., limit / norm));
  }`
  return draw(g.shape, { inputs: { G: g, Squares: squares }, floats: { limit }, code }) as Tensor1D
}

const SHORTEST = 1e-30
