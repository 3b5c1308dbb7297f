import { expect, it } from 'vitest'
import { packRows } from '../domain/run/packing.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { handedOver } from './handed-over.ts'
import { packed } from './packed-states.ts'

const numbers = () => Float32Array.of(1, 2, 3)
const state = () => ({ weights: numbers(), slots: [numbers(), numbers()], updates: 1 })
const stopping = { best: 0.5, bestEpoch: 1, wait: 0, improved: true, stop: false }
const checkpoint = (best: Float32Array | null) => ({ epoch: 2, state: state(), stopping, best })
const named = (values: Float32Array) => ({ name: 'kernel', shape: [values.length], values })
const shared = numbers()
const row = {
  epoch: 1,
  train: { loss: 1 },
  validation: { loss: 1 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [1],
}
const rows = packRows([{ ...row, seconds: 1 }])

/** All epochs, weights and slots of an event, each buffer once; everything else is copied. */
it.each<[EngineEvent, number]>([
  [{ type: 'checkpoint', run: 'a', checkpoint: checkpoint(numbers()) }, 4],
  [{ type: 'left', run: 'a', checkpoint: checkpoint(null) }, 3],
  [
    {
      type: 'epochs',
      run: 'a',
      rows: packRows([]),
      patience: { best: 0, wait: 0 },
      kept: packed([{ epoch: 1, state: state() }]),
    },
    2,
  ],
  [{ type: 'epochs', run: 'a', rows, patience: { best: 0, wait: 0 } }, 1],
  [
    {
      type: 'finished',
      run: 'a',
      outcome: { kind: 'completed', epoch: 1, best: 1, restored: null },
      last: [named(shared.subarray(0, 1)), named(shared.subarray(1))],
      best: [named(numbers())],
    },
    2,
  ],
  [{ type: 'predicted', request: 1, outputs: numbers() }, 0],
])('$type hands over its buffers, which the page gets whole', (event, count) => {
  const transfer = handedOver(event)
  expect(transfer).toHaveLength(count)
  const before = JSON.stringify(event)
  expect(JSON.stringify(structuredClone(event, { transfer }))).toBe(before)
  expect(transfer.every(({ byteLength }) => byteLength === 0)).toBe(true)
})
