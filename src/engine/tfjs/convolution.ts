/** Convolution of stride 1 over images padded with zeros, and max pooling. A sample is a row: y, x, channel. */
import type { ConvolutionLayer } from '../../domain/network/layers.ts'
import { type Tensor, type Tensor2D, type Tensor4D, tf } from './tf.ts'

/** x ∗ W */
export function convolution(layer: ConvolutionLayer, x: Tensor2D, kernel: Tensor): Tensor2D {
  const { height, width, channels, filters } = layer
  const images = tf.reshape(x, [-1, height, width, channels]) as Tensor4D
  return rows(tf.conv2d(images, kernel as Tensor4D, 1, 'same'), height * width * filters)
}

/** The largest number of each square; rows and columns that fill no square are dropped. */
export function pooled({ height, width, filters, pool, outputs }: ConvolutionLayer, x: Tensor2D): Tensor2D {
  if (pool === 1) return x
  const images = tf.reshape(x, [-1, height, width, filters]) as Tensor4D
  return rows(tf.maxPool(images, pool, pool, 'valid'), outputs)
}

const rows = (images: Tensor, size: number) => tf.reshape(images, [-1, size]) as Tensor2D
