import type { StoppingState } from '../domain/training/early-stopping.ts'

/**
 * All that a run needs to continue elsewhere from the end of `epoch`, as plain arrays. Every engine can read
 * the checkpoints of all others.
 */
export interface Checkpoint {
  readonly epoch: number
  readonly state: TrainerState
  readonly stopping: StoppingState
  /** The flat weights of the best epoch so far. */
  readonly best: Float32Array | null
}

/** A run at the end of an epoch, kept to be looked into later. */
export interface KeptState {
  /** From 1. */
  readonly epoch: number
  /** Without slots where only the weights are kept. */
  readonly state: TrainerState
}

/**
 * Several of them, end to end: one long array crosses to the page in a fraction of the time that many short ones take.
 */
export interface PackedStates {
  readonly epochs: readonly number[]
  readonly updates: readonly number[]
  /** How many slots each has. */
  readonly slots: readonly number[]
  /** Of each its weights, then its slots, all as long as the weights. */
  readonly values: Float32Array
}

export interface TrainerState {
  /** Kernels and biases of all layers, in the order of `initialWeights`, end to end. */
  readonly weights: Float32Array
  /** The optimizer's moving averages, each as long as `weights`. */
  readonly slots: readonly Float32Array[]
  /** Updates made so far (Adam's t). */
  readonly updates: number
}
