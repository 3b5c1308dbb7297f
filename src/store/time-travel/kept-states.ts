/**
 * What is kept of the epochs of each run, in memory alone: evenly spread ones (domain/run/kept-epochs.ts) and the best. A
 * reload loses them.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { isKept, type KeptEpochs, keptEpochs } from '../../domain/run/kept-epochs.ts'
import type { Checkpoint, KeptState, TrainerState } from '../../protocol/checkpoint.ts'

/** The most bytes of all runs together: before there are more, the run that began first loses its states. */
const MOST_BYTES = 200e6

export class KeptStates {
  readonly #rule: KeptEpochs
  readonly #states = new Map<number, TrainerState>()
  readonly #first: number | null
  #best = 0

  /** With the state in which a branch began, which stays. */
  constructor(experiment: Experiment, first: KeptState | null = null) {
    this.#rule = keptEpochs(experiment)
    this.#first = first?.epoch ?? null
    if (first) this.#put(first.epoch, first.state)
  }

  /** Takes states of a run that has come to `latest`, and drops what is too many by then. */
  add(states: readonly KeptState[], latest: number, best: number) {
    for (const { epoch, state } of states) this.#put(epoch, state)
    this.#best = best
    for (const epoch of this.#states.keys())
      if (epoch !== best && epoch !== this.#first && !isKept(epoch, latest, this.#rule))
        this.#states.delete(epoch)
  }

  /** A checkpoint knows the best weights so far. */
  addBest({ best, stopping }: Checkpoint) {
    if (best === null) return
    this.#best = stopping.bestEpoch
    this.#put(stopping.bestEpoch, { weights: best, slots: [], updates: 0 })
  }

  /** The epochs after `epoch` will come again, from another engine. */
  rewind(epoch: number) {
    for (const later of this.#states.keys()) if (later > epoch) this.#states.delete(later)
    if (this.#best > epoch) this.#best = 0
  }

  get(epoch: number): TrainerState | null {
    return this.#states.get(epoch) ?? null
  }

  /** In no order. */
  get epochs(): readonly number[] {
    return [...this.#states.keys()]
  }

  get bytes(): number {
    let bytes = 0
    for (const { weights, slots } of this.#states.values()) bytes += weights.byteLength * (1 + slots.length)
    return bytes
  }

  /** A whole state is not replaced by weights alone. */
  #put(epoch: number, state: TrainerState) {
    if (this.#states.has(epoch) && state.slots.length === 0) return
    this.#states.set(epoch, onItsOwn(state))
  }
}

/** A state without anything beside it in memory: copied where its arrays are stretches of a longer one. */
function onItsOwn(state: TrainerState): TrainerState {
  const { weights, slots } = state
  const buffers = new Set([weights, ...slots].map(({ buffer }) => buffer))
  const held = [...buffers].reduce((bytes, { byteLength }) => bytes + byteLength, 0)
  if (held === weights.byteLength * (1 + slots.length)) return state
  return { ...state, weights: weights.slice(), slots: slots.map((slot) => slot.slice()) }
}

/** Makes room for one run by dropping what is kept of those that began first. `kept` is in the order in which runs began. */
export function makeRoomFor(run: string, kept: Map<string, KeptStates>) {
  let bytes = 0
  for (const states of kept.values()) bytes += states.bytes
  for (const [other, states] of kept) {
    if (bytes <= MOST_BYTES) return
    if (other === run) continue
    bytes -= states.bytes
    kept.delete(other)
  }
}
