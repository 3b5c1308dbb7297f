import { expect, it } from 'vitest'
import { packRows } from '../domain/run/packing.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { unpackedEpochs } from './unpacked-epochs.ts'

const message = { type: 'epochs', run: 'a', patience: { best: 1, wait: 0 } } as const

it('epochs come out of a message as they went in, with what a run may lack', () => {
  const measured = (epoch: number): EpochRow => ({
    epoch,
    train: { loss: 0.1 + epoch, accuracy: 0.9 },
    validation: { loss: 0.3 / epoch, accuracy: 0.7 },
    penalty: 1e-9,
    learningRate: 0.01,
    gradients: [1e-30, 2 * epoch],
    seconds: 0.02,
    validationError: Number.NaN,
    updates: [Number.NaN, 1 / 3],
    inactive: [0.25],
    fitLoss: 0.5,
  })
  const bare = ({ epoch }: EpochRow): EpochRow => ({
    ...{ epoch, train: { loss: 1 }, validation: { loss: 2 }, penalty: 0, learningRate: 1, gradients: [] },
    seconds: 0,
  })
  const regression = (row: EpochRow): EpochRow => ({
    ...row,
    train: { loss: 1, r2: -2 },
    validation: { loss: 2, r2: 0.5 },
  })
  const rows = [41, 42, 43].map(measured)
  for (const sent of [rows, rows.map(bare), rows.map(regression), []])
    expect(unpackedEpochs({ ...message, rows: packRows(sent) }).rows).toEqual(sent)
})

it('states come out of a message as they went in: weights, then slots, of each epoch', () => {
  const values = Float32Array.of(1, 2, 10, 20, 100, 200, 3, 4, 5, 6, 50, 60, 500, 600)
  const { kept } = unpackedEpochs({
    ...message,
    rows: packRows([]),
    kept: { epochs: [4, 2, 5], updates: [40, 0, 50], slots: [2, 0, 2], values },
  })
  const slots = (...pairs: [number, number][]) => pairs.map((pair) => Float32Array.of(...pair))
  expect(kept).toEqual([
    { epoch: 4, state: { weights: Float32Array.of(1, 2), slots: slots([10, 20], [100, 200]), updates: 40 } },
    { epoch: 2, state: { weights: Float32Array.of(3, 4), slots: [], updates: 0 } },
    { epoch: 5, state: { weights: Float32Array.of(5, 6), slots: slots([50, 60], [500, 600]), updates: 50 } },
  ])
})
