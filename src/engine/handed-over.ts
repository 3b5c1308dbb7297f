import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { EngineEvent } from '../protocol/event.ts'

/**
 * The buffers that an event takes with it instead of being copied twice on its way to the page: those of epochs, weights
 * and slots, which are made for the event alone. Nobody in the worker may use them afterwards.
 */
export function handedOver(event: EngineEvent): ArrayBuffer[] {
  return [...new Set(arraysOf(event).map(({ buffer }) => buffer as ArrayBuffer))]
}

function arraysOf(event: EngineEvent): readonly (Float32Array | Float64Array)[] {
  switch (event.type) {
    case 'epochs':
      return [event.rows.values, ...(event.kept ? [event.kept.values] : [])]
    case 'checkpoint':
    case 'left':
      return arraysOfCheckpoint(event.checkpoint)
    case 'finished':
      return [...event.last, ...(event.best ?? [])].map(({ values }) => values)
    default:
      return []
  }
}

function arraysOfCheckpoint({ state, best }: Checkpoint): readonly Float32Array[] {
  return [state.weights, ...state.slots, ...(best ? [best] : [])]
}
