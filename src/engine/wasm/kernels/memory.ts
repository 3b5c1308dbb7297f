/**
 * What the trainer writes into memory for the kernels (src/engine/wasm/layout.ts): records of four-byte fields, in
 * this order. Addresses are in bytes; matrices are row-major float32; buffers have room for whole vectors of four.
 */
import { REPORT_KERNELS, REPORT_SIZES } from './codes'

/** The bytes of `count` numbers. */
export function bytes(count: i32): usize {
  return (<usize>count) << 2
}

/** The fields that every kind of layer has. Buffers have room for as many rows as the trainer passes at a time. */
@unmanaged
export class Layer {
  /** DENSE, CONVOLUTION or RECURRENT. */
  kind: i32
  /** Numbers of a row in the layer's input, in `outputs`, and after pooling. */
  inputs: i32
  units: i32
  pooledUnits: i32
  /** LINEAR for recurrent cells, which have activations of their own. */
  activation: i32
  kernel: usize
  /** The numbers in the kernel, and in the recurrent kernel that follows it. */
  kernelLength: i32
  bias: usize
  kernelGradient: usize
  biasGradient: usize
  /** Activations, rows × units. */
  outputs: usize
  /** Slopes of GELU, the same size; 0 otherwise. */
  slopes: usize
  /** Rows × pooledUnits: `outputs` themselves without pooling. */
  pooledOutputs: usize
  /** The inputs of the next layer in training: `pooledOutputs` times the mask; without dropout the same buffer. */
  nextInputs: usize
  /** Factors of dropout, or 0 without. */
  mask: usize
  /** A unit is silenced when its random word is below this; 2³² · rate. */
  dropBelow: u32
  /** 1 / (1 − rate), by which the units that are kept are multiplied (inverted dropout). */
  keepScale: f32
  /** Rows × units, kept for the residual block that adds them two layers above; 0 where none does. */
  preactivations: usize
  /** The layer whose preactivations are added, for a layer that ends a residual block; -1 otherwise. */
  skipFrom: i32
  /** The projection between different widths and its gradient, or 0. */
  projection: usize
  projectionGradient: usize
  /** The record of a Convolution or a Recurrent, or 0. */
  own: usize
  /**
   * A number for each column of `outputs`, in as many rows for a sample: all bits set once a number of the column was
   * between `above` and `below`. 0 where every number counts as active.
   */
  marks: usize
  columns: i32
  rowsEach: i32
  above: f32
  below: f32
  /** The stream of masks: a, b, c, counter. */
  stream: u32
  stream1: u32
  stream2: u32
  stream3: u32
}

/** Images are rows of height × width × channels; kernels kernel × kernel × channels × filters. */
@unmanaged
export class Convolution {
  height: i32
  width: i32
  channels: i32
  kernel: i32
  filters: i32
  /** The side of the pooled square; 1 is no pooling. */
  pool: i32
  /** The largest number of each square, and its index there (int32); 0 without pooling. */
  pooled: usize
  argmax: usize
  /**
   * One image within its borders, of inputs or of deltas; and a packed kernel. All layers share them. Each thread has its
   * own, `threadStride` bytes after those of the thread before.
   */
  padded: usize
  panels: usize
  threadStride: usize
}

/** `gateUnits` is gates · units. What is kept of every step has rows × steps × so many numbers as is said of it. */
@unmanaged
export class Recurrent {
  /** RNN, LSTM or GRU. */
  kind: i32
  /** RNN only. */
  activation: i32
  steps: i32
  features: i32
  units: i32
  gateUnits: i32
  /** 1 where all steps are handed on, 0 for the last. */
  sequences: i32
  recurrent: usize
  recurrentGradient: usize
  /** GRU's second bias, or 0. */
  recurrentBias: usize
  recurrentBiasGradient: usize
  /** Gates after their activations, × gateUnits; on the way back, the deltas of their sums. An RNN's gate is its state. */
  gates: usize
  /** The state that each step began with, × units. */
  previousStates: usize
  /** LSTM: c. GRU: h·U + b of its candidate. × units, 0 otherwise. */
  cells: usize
  /** LSTM: tanh c, × units; 0 otherwise. */
  tanhCells: usize
  /** Deltas of h·U + b, × gateUnits: `gates` but for GRU, whose candidate's are reset. */
  recurrentDeltas: usize
  /** Of one step: states or their deltas, and LSTM's cells or theirs, rows × units; h·U + b, rows × gateUnits. */
  state: usize
  cell: usize
  step: usize
}

@unmanaged
export class Network {
  layers: usize
  depth: i32
  head: i32
  loss: i32
  optimizer: i32
  /** Numbers in the flat vectors: weights, gradients and slots. */
  length: i32
  weights: usize
  gradient: usize
  /** What the optimizer is given: the gradient with penalties and clipping; `gradient` itself where there are none. */
  updateGradient: usize
  /** The optimizer's moving averages; 0 where it has none. */
  slot: usize
  secondSlot: usize
  /** Row numbers of the training samples, in the order of the epoch. */
  order: usize
  /** A piece of a batch, gathered. */
  batchInputs: usize
  batchTargets: usize
  /** Two buffers of rows × the widest layer that deltas alternate between. */
  deltas: usize
  otherDeltas: usize
  /** Deltas on their way past a residual block, along its skip connection, the same size; 0 without blocks. */
  skipDeltas: usize
  /** Inputs and targets of the three parts. */
  trainInputs: usize
  trainTargets: usize
  validationInputs: usize
  validationTargets: usize
  testInputs: usize
  testTargets: usize
  /**
   * float64: loss, hits and squared loss of each part, Σ|w|, Σw², then the mean square of each kernel's gradient, then Σ ΔW²
   * and Σ W² of each kernel at the last watched update.
   */
  report: usize
  /** The number of training samples that are probes. */
  probes: i32
  /** Pairs of float64: of each block of weights and kernel in it, what the block adds to the sums of a watched update. */
  moves: usize
  /** The losses of a piece's rows by the weights that they were trained with (fit-loss.ts). */
  fitLosses: usize
  /**
   * float64, added up over batches as they are trained on: the losses of their rows, and for each row Σ|w| and Σw² over
   * kernels, each only where `penalized` says so.
   */
  fitSums: usize
  /** PENALIZES_L1 and PENALIZES_L2, or neither. */
  penalized: i32
}

/** The same places of the report in bytes. */
export const SIZES: usize = 8 * REPORT_SIZES
export const GRADIENTS: usize = 8 * REPORT_KERNELS

/** Settings of the update. The differences from 1 are worked out in float64. */
@unmanaged
export class Rates {
  learningRate: f32
  l1: f32
  l2: f32
  /** 0 for no clipping. */
  clipNorm: f32
  momentum: f32
  rho: f32
  oneMinusRho: f32
  beta1: f32
  oneMinusBeta1: f32
  beta2: f32
  oneMinusBeta2: f32
  epsilon: f32
  weightDecay: f32
  /** 1 / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ) */
  correction1: f32
  correction2: f32
  /** How far weights move towards 0 after the update: l1 · learning rate where L1 is proximal (`l1` is 0 then), else 0. */
  shrinkage: f32
}

export function layerAt(network: Network, index: i32): Layer {
  return changetype<Layer>(network.layers + <usize>index * offsetof<Layer>())
}
