import { expect, it } from 'vitest'
import { heardEpochs } from './unpacked-states.ts'

it('states come out of a message as they went in: weights, then slots, of each epoch', () => {
  const values = Float32Array.of(1, 2, 10, 20, 100, 200, 3, 4, 5, 6, 50, 60, 500, 600)
  const { kept } = heardEpochs({
    type: 'epochs',
    run: 'a',
    rows: [],
    patience: { best: 1, wait: 0 },
    kept: { epochs: [4, 2, 5], updates: [40, 0, 50], slots: [2, 0, 2], values },
  })
  const slots = (...pairs: [number, number][]) => pairs.map((pair) => Float32Array.of(...pair))
  expect(kept).toEqual([
    { epoch: 4, state: { weights: Float32Array.of(1, 2), slots: slots([10, 20], [100, 200]), updates: 40 } },
    { epoch: 2, state: { weights: Float32Array.of(3, 4), slots: [], updates: 0 } },
    { epoch: 5, state: { weights: Float32Array.of(5, 6), slots: slots([50, 60], [500, 600]), updates: 50 } },
  ])
})
