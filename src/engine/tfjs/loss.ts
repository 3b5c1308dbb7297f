/**
 * Data losses from logits and their slopes, in tf.* and in GLSL (program.ts). Targets: one column of 0/1 for two
 * classes, one-hot rows for K classes, one column of numbers for regression.
 */
import type { Loss } from '../../domain/experiment/experiment.ts'
import type { Head } from '../../domain/network/network.ts'
import { heads } from './heads.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** Loss of each sample. */
function sampleLoss(loss: Loss, head: Head, z: Tensor2D, y: Tensor2D): Tensor1D {
  if (loss === 'mse') return tf.mean(tf.square(tf.sub(heads[head].outputs(z), y)), 1)
  if (head === 'softmax') {
    // log Σ exp z − z·y, shifted by the largest logit.
    const shifted = tf.sub(z, tf.max(z, 1, true))
    return tf.sub(tf.log(tf.sum(tf.exp(shifted), 1)), tf.sum(tf.mul(shifted, y), 1))
  }
  // max(z, 0) − z·y + log(1 + exp −|z|)
  const tail = tf.log1p(tf.exp(tf.neg(tf.abs(z))))
  return tf.sum(tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), tail), 1)
}

/** GLSL: what each column of `row` adds to its loss, and what the row adds once. */
const lossCode = (loss: Loss, head: Head) => {
  if (loss === 'mse') return { column: 'pow2(probability(row, k) - y) / float(units)', row: '0.' }
  if (head === 'softmax') return { column: '-(z - top) * y', row: 'log(total)' }
  return { column: 'max(z, 0.) - z * y + log(1. + exp(-abs(z)))', row: '0.' }
}

/** Sums over samples: [loss, hits]. */
export function score(loss: Loss, head: Head, logits: Tensor2D, targets: Tensor2D): Tensor1D {
  if (!fuses()) {
    const lost = tf.sum(sampleLoss(loss, head, logits, targets))
    return tf.stack([lost, tf.sum(heads[head].hits(logits, targets))]) as Tensor1D
  }
  const [rows, units] = logits.shape
  const { column, row } = lossCode(loss, head)
  const code = `${heads[head].glsl.functions}
  float pow2(float x) { return x * x; }
  float loss(int row) {
    float sum = ${row};
    for (int k = 0; k < units; k++) {
      float z = getZ(row, k);
      float y = getY(row, k);
      sum += ${column};
    }
    return sum;
  }
  void main() {
    ivec2 at = getOutputCoords();
    prepare(at.y);
    setOutput(at.x == 0 ? loss(at.y) : hit(at.y));
  }`
  const inputs = { Z: logits, Y: targets }
  return tf.sum(draw([2, rows], { inputs, ints: { units }, code }), 1)
}

/**
 * Gradient by the logits of `scale` times the loss summed over samples. Cross-entropy's is p − y, alive however wrong p
 * is; the squared error's goes through the head.
 */
export function lossSlope(loss: Loss, head: Head, logits: Tensor2D, targets: Tensor2D, scale: number) {
  const { outputs, squareSlope, glsl } = heads[head]
  const [, units] = logits.shape
  const factor = loss === 'mse' ? (2 * scale) / units : scale
  if (!fuses()) {
    const p = outputs(logits)
    const error = tf.sub(p, targets) as Tensor2D
    return tf.mul(loss === 'mse' ? squareSlope(p, error) : error, factor) as Tensor2D
  }
  const code = `${glsl.functions}
  void main() {
    ivec2 at = getOutputCoords();
    int row = at.x;
    prepare(row);
    float p = probability(row, at.y);
    float error = p - getY(row, at.y);
    setOutput(factor * (${loss === 'mse' ? glsl.squareSlope : 'error'}));
  }`
  const inputs: Record<string, Tensor> = { Z: logits, Y: targets }
  return draw(logits.shape, { inputs, ints: { units }, floats: { factor }, code }) as Tensor2D
}
