import type { KeptState, PackedStates } from '../protocol/checkpoint.ts'

/** The states as one message carries them. */
export function packed(states: readonly KeptState[]): PackedStates {
  let length = 0
  for (const { state } of states) length += state.weights.length * (1 + state.slots.length)
  const values = new Float32Array(length)
  let at = 0
  for (const { state } of states)
    for (const array of [state.weights, ...state.slots]) {
      values.set(array, at)
      at += array.length
    }
  return {
    epochs: states.map(({ epoch }) => epoch),
    updates: states.map(({ state }) => state.updates),
    slots: states.map(({ state }) => state.slots.length),
    values,
  }
}
