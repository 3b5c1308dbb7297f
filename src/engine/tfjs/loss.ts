/**
 * Data losses from logits and their slopes, in tf.* and in GLSL (program.ts). Targets: one column of 0/1 for two
 * classes, one-hot rows for K classes, one column of numbers for regression.
 */
import type { Loss } from '../../domain/experiment/experiment.ts'
import type { Head } from '../../domain/network/inputs-outputs.ts'
import { OUTPUT_BLOCK } from './blocks.ts'
import { heads } from './heads.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** GLSL: what each column of `row` adds to its loss, and what the row adds once. */
interface LossCode {
  readonly column: string
  readonly row: string
}

interface Form {
  /** Loss of each sample. */
  samples(head: Head, z: Tensor2D, y: Tensor2D): Tensor1D
  code(head: Head): LossCode
  /** By which the slope of a row is multiplied where the sum of losses is by `scale`. */
  factor(scale: number, units: number): number
  /** Gradient by the logits but for that factor, from outputs p and error p − y. */
  slope(head: Head, p: Tensor2D, error: Tensor2D): Tensor
  slopeCode(head: Head): string
}

const forms: Readonly<Record<Loss, Form>> = {
  'cross-entropy': {
    samples: crossEntropies,
    code: crossEntropyCode,
    factor: (scale) => scale,
    slope: (_, __, error) => error,
    slopeCode: () => 'error',
  },
  mse: {
    samples: (head, z, y) => tf.mean(tf.square(tf.sub(heads[head].outputs(z), y)), 1),
    code: () => ({ column: 'pow2(probability(row, k) - y) / float(units)', row: '0.' }),
    factor: (scale, units) => (2 * scale) / units,
    slope: (head, p, error) => heads[head].squareSlope(p, error),
    slopeCode: (head) => heads[head].glsl.squareSlope,
  },
}

function crossEntropies(head: Head, z: Tensor2D, y: Tensor2D): Tensor1D {
  switch (head) {
    case 'softmax': {
      // log Σ exp z − z·y, shifted by the largest logit.
      const shifted = tf.sub(z, tf.max(z, 1, true))
      return tf.sub(tf.log(tf.sum(tf.exp(shifted), 1)), tf.sum(tf.mul(shifted, y), 1))
    }
    case 'sigmoid': {
      // max(z, 0) − z·y + log(1 + exp −|z|)
      const tail = tf.log1p(tf.exp(tf.neg(tf.abs(z))))
      return tf.sum(tf.add(tf.sub(tf.relu(z), tf.mul(z, y)), tail), 1)
    }
    case 'linear':
      throw new Error(NO_CLASSES)
    default:
      return head satisfies never
  }
}

function crossEntropyCode(head: Head): LossCode {
  switch (head) {
    case 'softmax':
      return { column: '-(z - top) * y', row: 'log(total)' }
    case 'sigmoid':
      return { column: 'max(z, 0.) - z * y + log(1. + exp(-abs(z)))', row: '0.' }
    case 'linear':
      throw new Error(NO_CLASSES)
    default:
      return head satisfies never
  }
}

const NO_CLASSES = 'numbers have no cross-entropy'

/** Sums over samples: [loss, hits, squared loss]. */
export function score(loss: Loss, head: Head, logits: Tensor2D, targets: Tensor2D): Tensor1D {
  if (!fuses()) {
    const losses = forms[loss].samples(head, logits, targets)
    const hits = heads[head].hits(logits, targets)
    // The numbers are at hand on the CPU, where an operation costs more than this sum.
    const squares = losses.dataSync<'float32'>().reduce((sum, each) => sum + each * each, 0)
    return tf.stack([tf.sum(losses), tf.sum(hits), tf.scalar(squares)]) as Tensor1D
  }
  const [rows, units] = logits.shape
  const { column, row } = forms[loss].code(head)
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
    setOutput(at.x == 0 ? loss(at.y) : at.x == 1 ? hit(at.y) : pow2(loss(at.y)));
  }`
  const inputs = { Z: logits, Y: targets }
  return tf.sum(draw([3, rows], { inputs, ints: { units }, code }), 1)
}

/**
 * Gradient by the logits of `scale` times the loss summed over samples. Cross-entropy's is p − y, alive however wrong p
 * is; the squared error's goes through the head.
 */
export function lossSlope(
  loss: Loss,
  head: Head,
  logits: Tensor2D,
  targets: Tensor2D,
  scale: number,
  blocks = false,
) {
  const { outputs, glsl } = heads[head]
  const form = forms[loss]
  const [rows, units] = logits.shape
  const factor = form.factor(scale, units)
  if (!fuses()) {
    const p = outputs(logits)
    const error = tf.sub(p, targets) as Tensor2D
    return tf.mul(form.slope(head, p, error), factor) as Tensor2D
  }
  const code = `${glsl.functions}
  float slope(int row, int column) {
    float p = probability(row, column);
    float error = p - getY(row, column);
    return factor * (${form.slopeCode(head)});
  }
  ${blocks ? SLOPE_BLOCK : SLOPE}`
  return draw(logits.shape, {
    inputs: { Z: logits, Y: targets },
    ints: { rows, units },
    floats: { factor },
    blocks: { inputs: false, output: blocks },
    code,
  }) as Tensor2D
}

const SLOPE = `
  void main() {
    ivec2 at = getOutputCoords();
    prepare(at.x);
    setOutput(slope(at.x, at.y));
  }`

const SLOPE_BLOCK = `${OUTPUT_BLOCK}
  vec2 line(ivec2 at) {
    if (at.x >= rows) return vec2(0.);
    prepare(at.x);
    return vec2(slope(at.x, at.y), at.y + 1 < units ? slope(at.x, at.y + 1) : 0.);
  }
  void main() {
    ivec2 at = 2 * blockOf();
    setOutput(vec4(line(at), line(at + ivec2(1, 0))));
  }`
