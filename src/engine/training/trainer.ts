/**
 * What the training loop needs of an engine, and all that it may know of one. A trainer holds the weights, the
 * optimizer's state and the data of one run. Calls only queue work where the device has a queue: `synchronize` waits
 * for it without blocking, while `report`, `predict` and the reads block until it is done. Weights are one flat vector
 * in the order of `initialWeights`: kernel, bias, kernel, …
 */
import type { Samples } from '../../domain/data/samples.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import type { WeightArray } from '../../domain/network/initial-weights.ts'
import type { OptionalMeasurement } from '../../domain/run/measurements.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'

export interface TrainerSpec {
  readonly experiment: Experiment
  readonly weights: readonly WeightArray[]
  /** The parts that will be trained on or measured; others are absent. */
  readonly parts: Partial<Readonly<Record<Part, Samples>>>
}

export type CreateTrainer = (spec: TrainerSpec) => Trainer

export interface Batch {
  /** The rows [from, to) of the arranged training samples. */
  readonly from: number
  readonly to: number
  /** The epoch (from 1) and the batch within it (from 0), which name the dropout masks. */
  readonly epoch: number
  readonly index: number
  /** Whether the losses of its rows count in `fitLoss`. */
  readonly scored?: boolean
}

/** Sums over samples: the data loss, its square, and the number classified correctly. */
export interface Sums {
  readonly loss: number
  readonly squares: number
  readonly correct: number
}

/**
 * What an epoch's row says besides, taken over as it is. The penalty is that of the present weights. Gradients are of
 * the batch in progress or, where none is, of the last update; there are none before the first batch. The updates are
 * those watched since the last report, and the inactive units those of the training samples measured since (probes.ts).
 * The loss of `fit` is over the scored batches of the epoch in progress, from the one of index 0 on; NaN where there are none.
 */
type TrainerMeasurements = Required<
  Pick<EpochRow, 'penalty' | 'gradients' | Exclude<OptionalMeasurement, MadeByLoop>>
>
/** What the loop makes of the sums; a trainer that leaves out any other measurement does not compile. */
type MadeByLoop = 'validationError'

export interface Report extends TrainerMeasurements {
  /** The sums over the rows measured since the last report. */
  readonly train: Sums
  readonly validation: Sums
  readonly test: Sums
}

/** A snapshot of the weights. It belongs to whoever asked for it. */
export interface Snapshot {
  dispose(): void
}

/** Rows × steps × numbers. */
export interface CellTrace {
  /** Gates · units numbers; of a simple RNN, which has no gates, its states. */
  readonly gates: Float32Array
  /** What the layer says at each step: units numbers. */
  readonly states: Float32Array
  /** What an LSTM remembers after each step: units numbers; null of other cells. */
  readonly cells: Float32Array | null
}

/** What the network makes of rows with the present weights, dropout off. */
export interface Passes {
  /** From encoded rows to probabilities or numbers, row-major. */
  predict(rows: Float32Array): Float32Array
  /**
   * From encoded rows to what each layer makes of them, input side first, row-major: the activations of
   * hidden layers, before pooling, and at last what `predict` gives.
   */
  activations(rows: Float32Array): Float32Array[]
  /**
   * What the recurrent cells do at each step of encoded rows, input side first: of each recurrent layer its
   * gates after their activations, side by side in Keras' order, and its states, row-major with the rows outermost.
   */
  cellTraces(rows: Float32Array): CellTrace[]
}

/** The weights and the optimizer's state, as copies. */
export interface HeldState {
  snapshot(): Snapshot
  restore(snapshot: Snapshot): void
  /** Makes a snapshot from flat weights, and flat weights from a snapshot. */
  adopt(weights: Float32Array): Snapshot
  read(snapshot: Snapshot): Float32Array
  readState(): TrainerState
  writeState(state: TrainerState): void
}

export interface Trainer extends Passes, HeldState {
  /** Sets the order of the training samples for the coming steps; until the first call it is their own order. */
  arrange(order: Int32Array): void
  /**
   * Adds the rows [from, to) of a batch to its gradient. All rows of the batch together give the gradient of its mean
   * data loss, in however many chunks they came (to rounding).
   */
  accumulate(batch: Batch, from: number, to: number): void
  /**
   * Updates the weights by the accumulated gradient plus the penalties', and then clears that gradient. The size of a
   * watched update is reported.
   */
  update(learningRate: number, watched?: boolean): void
  /** Scores the rows [from, to) of a part with the present weights, dropout off, in the part's own order. */
  measure(part: Part, from: number, to: number): void
  report(): Report
  /** The data gradient that `report` summarizes, flat; empty before the first batch. */
  readGradient(): Float32Array
  /** Resolves when all queued work is done; the worker handles messages meanwhile. */
  synchronize(): Promise<void>
  /** Resolves when the trainer is as quick as it will be, if that takes time. Training does not wait for it; timing does. */
  settled?(): Promise<void>
  dispose(): void
}

/** Thrown when the device is gone: it is not this run's fault, and no run on the device can continue. */
export class DeviceLost extends Error {
  override name = 'DeviceLost'
}
