/** A run that goes on from a checkpoint, here or on another engine, ends as if it had stayed. */
import { describe, expect, it } from 'vitest'
import { type ExperimentInput, OPTIMIZERS } from '../../domain/experiment/experiment.ts'
import { eachEngine, engines } from '../trainers.testing.ts'
import { curves, type Options, SMALL, trainOn } from './observed-training.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  const trainReal = (input: ExperimentInput, options?: Options) => trainOn(engine, input, options)

  describe('a run depends on its experiment alone', () => {
    it.each(OPTIMIZERS)('continued from a checkpoint with %s: the same', async (kind) => {
      const input: ExperimentInput = {
        ...SMALL,
        optimizer: { kind, learningRate: 0.05 },
        training: { batchSize: 8, epochs: 60 },
      }
      const plain = await trainReal(input)
      const checkpoint = plain.checkpoints[0]!
      expect(checkpoint.epoch).toBeLessThan(60)
      const continued = await trainReal(input, { from: checkpoint })
      expect(curves(continued.rows)).toEqual(curves(plain.rows.slice(checkpoint.epoch)))
      expect(continued.outcome).toEqual(plain.outcome)
      expect(continued.best).toEqual(plain.best)
    })

    it('asked to leave, it ends at the next epoch and goes on elsewhere: the same', async () => {
      const plain = await trainReal(SMALL)
      const first = await trainReal(SMALL, {
        onEpoch: (training, epoch) => {
          if (epoch === 3) training.leave()
        },
      })
      expect(first.rows).toHaveLength(3)
      expect(first.left.map(({ epoch }) => epoch)).toEqual([3])
      const second = await trainReal(SMALL, { from: first.left[0]! })
      expect(curves([...first.rows, ...second.rows])).toEqual(curves(plain.rows))
      expect(second.last).toEqual(plain.last)
      expect(second.outcome).toEqual(plain.outcome)
    })

    it('asked to leave in its last epoch, it ends as it would have', async () => {
      const plain = await trainReal(SMALL)
      const asked = await trainReal(SMALL, {
        onEpoch: (training, epoch) => {
          if (epoch === 6) training.leave()
        },
      })
      expect(asked.left).toEqual([])
      expect(asked.outcome).toEqual(plain.outcome)
    })
  })
})

it.each([
  ['WebAssembly', 'TensorFlow.js', engines[0], engines[1]],
  ['TensorFlow.js', 'WebAssembly', engines[1], engines[0]],
])(
  'a run that moves from %s to %s in the middle ends as if it had stayed, to rounding',
  async (_, __, from, to) => {
    const input: ExperimentInput = { ...SMALL, optimizer: { kind: 'adam', learningRate: 0.01 } }
    const plain = await trainOn(from, input)
    const first = await trainOn(from, input, {
      onEpoch: (training, epoch) => {
        if (epoch === 3) training.leave()
      },
    })
    const second = await trainOn(to, input, { from: first.left[0]! })
    const rows = [...first.rows, ...second.rows]
    expect(rows.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6])
    for (const [i, { train, validation, penalty }] of rows.entries()) {
      expect(train.loss).toBeCloseTo(plain.rows[i]!.train.loss, 4)
      expect(validation.loss).toBeCloseTo(plain.rows[i]!.validation.loss, 4)
      expect(penalty).toBeCloseTo(plain.rows[i]!.penalty, 4)
    }
    expect(second.outcome).toEqual(plain.outcome)
  },
)
