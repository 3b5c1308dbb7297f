/** A network as the trainer sees it: its weights are one flat vector, and there are two passes over it. */
import type { Tensor1D, Tensor2D } from './tf.ts'

export interface Network {
  /** The most rows that it is given at a time, where nothing else limits them. */
  readonly rows: number
  /**
   * Logits, dropout off. Whoever watches is told the outputs of each layer, before pooling; whoever traces, what each recurrent
   * layer does step by step.
   */
  forward(flat: Tensor1D, inputs: Tensor2D, watch?: Watch, trace?: Trace): Tensor2D
  /**
   * The gradient by the weights, as one vector, of an objective whose gradient by the logits is `byLogits`. Without a
   * mask there is no dropout.
   */
  gradient(flat: Tensor1D, inputs: Tensor2D, mask: Mask | null, byLogits: ByLogits): Tensor1D
}

/** The dropout factors of a layer's outputs, this many for each row; not yet on the device, if programs want blocks. */
export type Mask = (layer: number, outputs: number, rate: number, blocks?: boolean) => Tensor2D

export type Watch = (layer: number, outputs: Tensor2D) => void

/** Rows × (steps · numbers): gates side by side, states, and the cells of an LSTM. */
interface TracedCells {
  readonly gates: Tensor2D
  readonly states: Tensor2D
  readonly cells: Tensor2D | null
}
export type Trace = (cells: TracedCells) => void

/** In blocks (blocks.ts), if asked for. */
export type ByLogits = (logits: Tensor2D, blocks?: boolean) => Tensor2D
