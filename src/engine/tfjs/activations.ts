import type { Activation } from '../../domain/experiment.ts'
import { type Tensor2D, tf } from './tf.ts'

/** Slope of leaky ReLU below 0 (Keras' activation of that name). */
const LEAK = 0.2

export function activate(kind: Activation, x: Tensor2D): Tensor2D {
  switch (kind) {
    case 'linear':
      return x
    case 'sigmoid':
      return tf.sigmoid(x)
    case 'tanh':
      return tf.tanh(x)
    case 'relu':
      return tf.relu(x)
    case 'leaky-relu':
      return tf.leakyRelu(x, LEAK)
    case 'elu':
      return tf.elu(x)
    case 'gelu':
      // Exact form, x·Φ(x), not the tanh approximation.
      return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1))
    default:
      return kind satisfies never
  }
}
