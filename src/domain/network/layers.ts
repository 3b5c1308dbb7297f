/** The kinds of weight layers, their shapes, and where their numbers are in the flat vector of all weights. */
import type { Activation } from '../experiment/experiment.ts'
import type { Cell } from './model-kinds.ts'

interface Common {
  /** `dense_1`, `conv2d_1`, `lstm_1`, …: Keras' names, used in saved weights. */
  readonly name: string
  /** How many numbers a sample has before the layer, and after it and its pooling. */
  readonly inputs: number
  readonly outputs: number
  /** The output layer is linear: losses are computed from logits. */
  readonly activation: Activation
  /** Rate of the dropout after the layer; 0 on the output layer. */
  readonly dropout: number
  /**
   * Where the layer's numbers are in the flat vector of all weights: kernels from `kernelAt` (the recurrent
   * kernel follows the other), biases from `biasAt` to `end`.
   */
  readonly kernelAt: number
  readonly biasAt: number
  readonly end: number
  /** The skip connection that ends here, if the layer ends a residual block. */
  readonly skip: Skip | null
}

export interface DenseLayer extends Common {
  readonly kind: 'dense'
  readonly units: number
}

/** Stride 1, borders padded with zeros so that size stays; then the activation, then max pooling that drops remainders. */
export interface ConvolutionLayer extends Common {
  readonly kind: 'convolution'
  readonly height: number
  readonly width: number
  readonly channels: number
  /** Side of the square. Kernels are side × side × channels × filters, row-major. */
  readonly kernel: number
  readonly filters: number
  /** Side of the pooled square; 1 is no pooling. */
  readonly pool: number
}

/**
 * Keras' SimpleRNN, LSTM and GRU (reset_after). Kernels are features × (gates · units), recurrent kernels units ×
 * (gates · units), gates in Keras' order: i f c o, and z r h. GRU has two biases: of the kernel, then of the recurrent one.
 */
export interface RecurrentLayer extends Common {
  readonly kind: 'recurrent'
  readonly cell: Cell
  readonly steps: number
  readonly features: number
  readonly units: number
  readonly recurrentAt: number
  /**
   * Whether the layer passes on its state of every step; the last recurrent layer passes on only that of the
   * last step.
   */
  readonly sequences: boolean
}

export type NetworkLayer = DenseLayer | ConvolutionLayer | RecurrentLayer

/**
 * What a residual block adds to its last layer: the sums of the layer `from`, two layers below, before their
 * activation (He et al. 2016, pre-activation). A block whose last kernel is 0 therefore passes its input on
 * unchanged.
 */
interface Skip {
  readonly from: number
  readonly inputs: number
  /** Where the matrix between different widths begins in the flat vector, after all layers; null between equal ones. */
  readonly projectionAt: number | null
}

/** How many gates the kernels of a recurrent layer hold side by side. */
export const GATES: Record<Cell, number> = { rnn: 1, lstm: 4, gru: 3 }

/** A layer before it has its place in the flat vector. */
export type LayerPlan =
  | Omit<DenseLayer, keyof Place>
  | Omit<ConvolutionLayer, keyof Place>
  | Omit<RecurrentLayer, keyof Place | 'recurrentAt'>
type Place = Pick<Common, 'kernelAt' | 'biasAt' | 'end' | 'skip' | 'name'>

/** Units of a dense or recurrent layer, filters of a convolution: the width a person gave it. */
export function unitsOf(layer: NetworkLayer): number {
  return layer.kind === 'convolution' ? layer.filters : layer.units
}

/** The shapes of a layer's tensors. */
interface Shapes {
  readonly kernel: readonly number[]
  readonly recurrent: readonly number[] | null
  readonly bias: readonly number[]
}

export function shapesOf(plan: LayerPlan | NetworkLayer): Shapes {
  switch (plan.kind) {
    case 'dense':
      return { kernel: [plan.inputs, plan.units], recurrent: null, bias: [plan.units] }
    case 'convolution': {
      const { kernel, channels, filters } = plan
      return { kernel: [kernel, kernel, channels, filters], recurrent: null, bias: [filters] }
    }
    case 'recurrent': {
      const { cell, features, units } = plan
      const wide = GATES[cell] * units
      return {
        kernel: [features, wide],
        recurrent: [units, wide],
        bias: cell === 'gru' ? [2, wide] : [wide],
      }
    }
    default:
      return plan satisfies never
  }
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}
