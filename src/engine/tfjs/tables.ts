/** Samples on the device: a row each, targets as the losses want them (loss.ts). */
import type { Samples } from '../../domain/data/samples.ts'
import { resident } from './program.ts'
import { type Tensor2D, tf } from './tf.ts'

export interface Table {
  readonly inputs: Tensor2D
  readonly targets: Tensor2D
}

export function tabulate({ count, inputs, targets }: Samples, size: number, classes: number): Table {
  return tf.tidy(() => ({
    inputs: resident(tf.tensor2d(inputs, [count, size])),
    targets: resident(
      classes > 1
        ? (tf.oneHot(tf.tensor1d(Int32Array.from(targets), 'int32'), classes, 1, 0, 'float32') as Tensor2D)
        : tf.tensor2d(targets, [count, 1]),
    ),
  }))
}

export function slice({ inputs, targets }: Table, from: number, to: number): Table {
  const rows = to - from
  return {
    inputs: tf.slice(inputs, [from, 0], [rows, inputs.shape[1]]),
    targets: tf.slice(targets, [from, 0], [rows, targets.shape[1]]),
  }
}
