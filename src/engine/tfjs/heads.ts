/** What turns logits into outputs, and decides whether they are right: in tf.* and in GLSL (program.ts). */
import type { Head } from '../../domain/network/inputs-outputs.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

interface Form {
  outputs(logits: Tensor2D): Tensor2D
  /** The gradient of half the squared error by the logits, from outputs p and error p − y. */
  squareSlope(p: Tensor2D, error: Tensor2D): Tensor
  /** 1 for each sample classified correctly: arg-max, or a probability above ½ for one output. */
  hits(logits: Tensor2D, targets: Tensor2D): Tensor1D
  /**
   * The same of one row, from logits `Z` and targets `Y` of `units` columns: functions `prepare(row)`, which comes
   * first, `probability(row, column)` and `hit(row)`, and an expression in `p`, `error` and `row`.
   */
  readonly glsl: { readonly functions: string; readonly squareSlope: string }
}

export const heads: Record<Head, Form> = {
  linear: {
    outputs: (logits) => logits,
    squareSlope: (_, error) => error,
    hits: (logits) => tf.zeros([logits.shape[0]]),
    glsl: {
      functions: `
  void prepare(int row) {}
  float probability(int row, int column) { return getZ(row, column); }
  float hit(int row) { return 0.; }`,
      squareSlope: 'error',
    },
  },
  sigmoid: {
    outputs: (logits) => tf.sigmoid(logits),
    squareSlope: (p, error) => tf.mul(error, tf.mul(p, tf.sub(1, p))),
    hits(logits, targets) {
      const right = tf.equal(tf.greater(logits, 0), tf.greater(targets, 0.5))
      return tf.reshape(tf.cast(right, 'float32'), [logits.shape[0]])
    },
    glsl: {
      functions: `
  void prepare(int row) {}
  float probability(int row, int column) { return 1. / (1. + exp(-getZ(row, column))); }
  float hit(int row) { return (getZ(row, 0) > 0.) == (getY(row, 0) > .5) ? 1. : 0.; }`,
      squareSlope: 'error * p * (1. - p)',
    },
  },
  softmax: {
    outputs: (logits) => tf.softmax(logits),
    squareSlope: (p, error) => tf.mul(p, tf.sub(error, tf.sum(tf.mul(p, error), 1, true))),
    hits: (logits, targets) =>
      tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(targets, 1)), 'float32') as Tensor1D,
    glsl: {
      functions: `
  float top, total;
  void prepare(int row) {
    top = getZ(row, 0);
    for (int k = 1; k < units; k++) top = max(top, getZ(row, k));
    total = 0.;
    for (int k = 0; k < units; k++) total += exp(getZ(row, k) - top);
  }
  float probability(int row, int column) { return exp(getZ(row, column) - top) / total; }
  float meanError(int row) {
    float sum = 0.;
    for (int k = 0; k < units; k++) {
      float p = probability(row, k);
      sum += p * (p - getY(row, k));
    }
    return sum;
  }
  float hit(int row) {
    int found = 0;
    int wanted = 0;
    for (int k = 1; k < units; k++) {
      if (getZ(row, k) > getZ(row, found)) found = k;
      if (getY(row, k) > getY(row, wanted)) wanted = k;
    }
    return found == wanted ? 1. : 0.;
  }`,
      squareSlope: 'p * (error - meanError(row))',
    },
  },
}
