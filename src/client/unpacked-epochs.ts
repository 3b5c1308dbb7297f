import { unpackRows } from '../domain/run/packing.ts'
import type { KeptState, PackedStates } from '../protocol/checkpoint.ts'
import type { RunEvent } from '../protocol/event.ts'
import type { ClientEvent } from './client-event.ts'

type Epochs = Extract<RunEvent, { type: 'epochs' }>

/** The message of new epochs as the page hears it, with an object for each epoch and each kept state. */
export function unpackedEpochs({ rows, kept, ...event }: Epochs): Extract<ClientEvent, { type: 'epochs' }> {
  return { ...event, rows: unpackRows(rows), ...(kept && { kept: unpackStates(kept) }) }
}

/** The states of a message. Their arrays are stretches of its one array: whoever keeps one copies it. */
function unpackStates({ epochs, updates, slots, values }: PackedStates): KeptState[] {
  const arrays = slots.reduce((sum, count) => sum + 1 + count, 0)
  const length = arrays === 0 ? 0 : values.length / arrays
  let at = 0
  const next = () => {
    at += length
    return values.subarray(at - length, at)
  }
  return epochs.map((epoch, i) => {
    const weights = next()
    return { epoch, state: { weights, slots: Array.from({ length: slots[i]! }, next), updates: updates[i]! } }
  })
}
