/**
 * What the trainer writes into memory for the kernels (src/engine/wasm/layout.ts): records of four-byte fields, in
 * this order. Addresses are in bytes; matrices are row-major float32; buffers have room for whole vectors of four.
 */

/** Bytes of `count` numbers. */
export function bytes(count: i32): usize {
  return (<usize>count) << 2
}

@unmanaged
export class Layer {
  inputs: i32
  units: i32
  activation: i32
  kernel: usize
  bias: usize
  kernelGradient: usize
  biasGradient: usize
  /** Activations, ROWS × units. */
  outputs: usize
  /** Slopes of GELU, the same size; 0 otherwise. */
  slopes: usize
  /** What the next layer gets in training: outputs times mask, or `outputs` itself without dropout. */
  fed: usize
  /** Factors of dropout, or 0 without. */
  mask: usize
  /** A unit is silenced when its random word is below this; 2³² · rate. */
  dropBelow: u32
  /** 1 / (1 − rate) */
  kept: f32
  /** x·W + b, kept for the block that adds it two layers above, ROWS × units; 0 where none does. */
  values: usize
  /** Ends a residual block: the layer whose values are added, -1 otherwise. */
  skipFrom: i32
  /** The matrix between different widths and its gradient, or 0. */
  projection: usize
  projectionGradient: usize
  /** The stream of masks: a, b, c, counter. */
  stream: u32
  stream1: u32
  stream2: u32
  stream3: u32
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
  /** The gradient with penalties and clipping; `gradient` itself where there are none. */
  wholeGradient: usize
  slot: usize
  second: usize
  /** Row numbers of the training samples, in the order of the epoch. */
  order: usize
  /** A piece of a batch, gathered. */
  batchInputs: usize
  batchTargets: usize
  /** Two buffers of ROWS × the widest layer that deltas alternate between. */
  deltas: usize
  otherDeltas: usize
  /** Deltas on their way around a block, the same size; 0 without blocks. */
  carried: usize
  /** Inputs and targets of the three parts. */
  trainInputs: usize
  trainTargets: usize
  validationInputs: usize
  validationTargets: usize
  testInputs: usize
  testTargets: usize
  /** float64: loss and hits of each part, Σ|w|, Σw², then the mean square of each kernel's gradient. */
  report: usize
}

/** Settings of the update; `take` is what is left of 1, worked out in float64. */
@unmanaged
export class Rates {
  learningRate: f32
  l1: f32
  l2: f32
  /** 0 for no clipping. */
  clipNorm: f32
  momentum: f32
  rho: f32
  takeRho: f32
  beta1: f32
  takeBeta1: f32
  beta2: f32
  takeBeta2: f32
  epsilon: f32
  weightDecay: f32
  /** 1 / (1 − β₁ᵗ) and 1 / (1 − β₂ᵗ) */
  correction1: f32
  correction2: f32
}

export function layerAt(network: Network, index: i32): Layer {
  return changetype<Layer>(network.layers + <usize>index * offsetof<Layer>())
}
