/**
 * The weights of a run and its optimizer's slots, which every update replaces by new tensors: how they begin, snapshots
 * of the weights, and copies of everything from which a run goes on.
 */
import { slotStarts } from '../../domain/experiment/optimizers.ts'
import { flatWeights } from '../../domain/network/initial-weights.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { HeldState, Snapshot, TrainerSpec } from '../training/trainer.ts'
import { download, downloadGroups } from './download.ts'
import { slotTensors } from './optimizers.ts'
import { resident } from './program.ts'
import { type Tensor1D, tf } from './tf.ts'

/** tfjs clones a tensor without copying its numbers. */
export class FlatSnapshot implements Snapshot {
  readonly weights: Tensor1D
  constructor(weights: Tensor1D) {
    this.weights = weights
  }
  dispose() {
    this.weights.dispose()
  }
}

export class TfjsState implements HeldState {
  /** How often the weights were updated. */
  updates = 0
  #weights: Tensor1D
  #slots: readonly Tensor1D[]

  constructor({ experiment, weights }: Pick<TrainerSpec, 'experiment' | 'weights'>) {
    const flat = flatWeights(weights)
    this.#weights = resident(tf.tensor1d(flat))
    this.#slots = slotTensors(
      slotStarts(experiment.optimizer).map((start) => new Float32Array(flat.length).fill(start)),
    )
  }

  get weights(): Tensor1D {
    return this.#weights
  }

  get slots(): readonly Tensor1D[] {
    return this.#slots
  }

  /** What an update made belongs to this from now on. */
  replace(weights: Tensor1D, slots: readonly Tensor1D[]) {
    this.dispose()
    this.#weights = weights
    this.#slots = slots
  }

  snapshot(): FlatSnapshot {
    return new FlatSnapshot(tf.clone(this.#weights))
  }

  restore({ weights }: FlatSnapshot) {
    this.#weights.dispose()
    this.#weights = tf.clone(weights)
  }

  adopt(weights: Float32Array): FlatSnapshot {
    return new FlatSnapshot(resident(tf.tensor1d(weights)))
  }

  read({ weights }: FlatSnapshot): Float32Array {
    return download(weights)
  }

  readState(): TrainerState {
    const [weights, ...slots] = downloadGroups(() => [[this.#weights], ...this.#slots.map((slot) => [slot])])
    return { weights: weights!.slice(), slots: slots.map((slot) => slot.slice()), updates: this.updates }
  }

  writeState({ weights, slots, updates }: TrainerState) {
    this.replace(resident(tf.tensor1d(weights)), slotTensors(slots))
    this.updates = updates
  }

  dispose() {
    tf.dispose([this.#weights, ...this.#slots])
  }
}
