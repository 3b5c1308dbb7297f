/** A network as the trainer knows it: weights are one flat vector, and there are two passes over it. */
import type { Tensor1D, Tensor2D } from './tf.ts'

export interface Network {
  /** Most rows that it is given at a time when nobody else bounds them. */
  readonly rows: number
  /** Logits, dropout off. */
  forward(flat: Tensor1D, inputs: Tensor2D): Tensor2D
  /** Gradient by the weights, flat, of an objective whose gradient by the logits is `byLogits`. No mask, no dropout. */
  gradient(flat: Tensor1D, inputs: Tensor2D, mask: Mask | null, byLogits: ByLogits): Tensor1D
}

/** Dropout factors of what a layer hands on, so many numbers a row. */
export type Mask = (layer: number, outputs: number, rate: number) => Tensor2D

export type ByLogits = (logits: Tensor2D) => Tensor2D
