/**
 * The weights of a run and its optimizer's slots, which the kernels change in place: how they begin, snapshots of the
 * weights, and copies of everything from which a run goes on.
 */
import { slotStarts } from '../../domain/experiment/optimizers.ts'
import { flatWeights } from '../../domain/network/initial-weights.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import type { HeldState, Snapshot, TrainerSpec } from '../training/trainer.ts'
import type { Layout } from './layout.ts'

export class FlatSnapshot implements Snapshot {
  readonly weights: Float32Array
  readonly #spare: Float32Array[]
  constructor(weights: Float32Array, spare: Float32Array[]) {
    this.weights = weights
    this.#spare = spare
  }
  dispose() {
    this.#spare.push(this.weights)
  }
}

export class WasmState implements HeldState {
  /** How often the weights were updated. */
  updates = 0
  readonly #weights: Float32Array
  readonly #slots: readonly Float32Array[]
  /** Buffers of released snapshots, to be used again. */
  readonly #spare: Float32Array[] = []

  constructor(
    memory: ArrayBufferLike,
    { length, weights, slots }: Pick<Layout, 'length' | 'weights' | 'slots'>,
    { experiment, weights: initial }: Pick<TrainerSpec, 'experiment' | 'weights'>,
  ) {
    const numbers = (at: number) => new Float32Array(memory, at, length)
    this.#weights = numbers(weights)
    this.#slots = slots.map(numbers)
    this.#weights.set(flatWeights(initial))
    for (const [i, start] of slotStarts(experiment.optimizer).entries()) this.#slots[i]!.fill(start)
  }

  snapshot(): FlatSnapshot {
    return this.adopt(this.#weights)
  }

  restore({ weights }: FlatSnapshot) {
    this.#weights.set(weights)
  }

  adopt(weights: Float32Array): FlatSnapshot {
    const copy = this.#spare.pop() ?? new Float32Array(weights.length)
    copy.set(weights)
    return new FlatSnapshot(copy, this.#spare)
  }

  read({ weights }: FlatSnapshot): Float32Array {
    return weights.slice()
  }

  readState(): TrainerState {
    return {
      weights: this.#weights.slice(),
      slots: this.#slots.map((slot) => slot.slice()),
      updates: this.updates,
    }
  }

  writeState({ weights, slots, updates }: TrainerState) {
    this.#weights.set(weights)
    for (const [i, slot] of slots.entries()) this.#slots[i]!.set(slot)
    this.updates = updates
  }
}
