import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { permutation, stream } from '../../domain/random.ts'
import { eachEngine, trainerOf } from '../trainers.testing.ts'
import { curves, type Options, SMALL, train, trainOn } from './observed-training.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  const trainReal = (input: ExperimentInput, options?: Options) => trainOn(engine, input, options)

  describe('a run depends on its experiment alone', () => {
    it('twice the same', async () => {
      const [once, twice] = [await trainReal(SMALL), await trainReal(SMALL)]
      expect(curves(once.rows)).toEqual(curves(twice.rows))
      expect(once.last).toEqual(twice.last)
      expect(once.rows).toHaveLength(6)
    })

    it.each(['weights', 'training', 'data'] as const)('and on its %s seed', async (seed) => {
      const [once, other] = [await trainReal(SMALL), await trainReal({ ...SMALL, seed: { [seed]: 2 } })]
      expect(once.rows[5]!.train.loss).not.toBe(other.rows[5]!.train.loss)
    })

    it('paused and resumed at every yield and every epoch: the same', async () => {
      const plain = await trainReal(SMALL)
      let pauses = 0
      const paused = await trainReal(SMALL, {
        onBreath: (training) => training.pause(),
        onPaused: (training) => {
          pauses++
          training.resume()
        },
      })
      expect(pauses).toBeGreaterThan(6)
      expect(curves(paused.rows)).toEqual(curves(plain.rows))
      expect(paused.last).toEqual(plain.last)
    })

    it('the start is measured once, before any update, and is no part of the run that goes on from a checkpoint', async () => {
      const plain = await trainReal(SMALL)
      expect(plain.starts).toHaveLength(1)
      const paused = await trainReal(SMALL, {
        onBreath: (training) => training.pause(),
        onPaused: (training) => training.resume(),
      })
      expect(paused.starts).toEqual(plain.starts)
      const left = await trainReal(SMALL, { onEpoch: (training) => training.leave() })
      expect(left.starts).toEqual(plain.starts)
      expect((await trainReal(SMALL, { from: left.left[0]! })).starts).toEqual([])

      const experiment = expectExperiment(SMALL)
      const { parts } = networkDataset(experiment)
      const trainer = trainerOf(engine, experiment, parts)
      trainer.arrange(permutation(30, stream(experiment.seed.training, 'order', 1)))
      trainer.measure('train', 0, 30)
      trainer.measure('validation', 0, 20)
      trainer.accumulate({ from: 0, to: 8, epoch: 1, index: 0 }, 0, 8)
      const { train: sums, validation, gradients } = trainer.report()
      trainer.dispose()
      expect(plain.starts[0]).toMatchObject({
        train: { loss: sums.loss / 30, accuracy: sums.correct / 30 },
        validation: { loss: validation.loss / 20 },
        gradients,
        inactive: [0, 0],
      })
    })

    it('stopped while the start is measured, a run has neither start nor epochs', async () => {
      let measured = 0
      const { starts, rows, outcome } = await trainReal(SMALL, {
        onBreath: (training) => {
          if (++measured === 2) training.stop()
        },
      })
      expect([starts, rows]).toEqual([[], []])
      expect(outcome).toMatchObject({ kind: 'stopped', epoch: 0 })
    })

    it('cut into chunks of a batch: the same to rounding, dropout masks included', async () => {
      const [plain, cut] = [await trainReal(SMALL), await trainReal(SMALL, { chunkFlops: 6 * 47 * 3 })]
      expect(cut.rows).toHaveLength(6)
      for (const [i, weight] of cut.last.entries()) expect(weight).toBeCloseTo(plain.last[i]!, 4)
    })

    it('stepped one epoch at a time: the same', async () => {
      const plain = await trainReal(SMALL)
      const seen: number[] = []
      const stepped = await trainReal(SMALL, {
        oneEpoch: true,
        onPaused: (training) => {
          seen.push(seen.length + 1)
          training.step()
        },
      })
      expect(seen).toEqual([1, 2, 3, 4, 5])
      expect(curves(stepped.rows)).toEqual(curves(plain.rows))
    })

    it('at a pace an eye can follow: the same, with rests; set free, without', async () => {
      const plain = await trainReal(SMALL)
      expect(plain.rested).toEqual([])
      const paced = await trainReal(SMALL, { pace: 0.5 })
      expect(curves(paced.rows)).toEqual(curves(plain.rows))
      // The clock of these tests advances 10 ms a look, so that an epoch of 2 s is mostly waiting.
      expect(paced.rested.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(5000)
      const freed = await trainReal(SMALL, {
        pace: 0.5,
        onRest: (training) => {
          training.pace = null
        },
      })
      expect(freed.rested).toHaveLength(1)
    })

    it('stopped while it rests, it ends at once', async () => {
      const stopped = await trainReal(SMALL, { pace: 0.001, onRest: (training) => training.stop() })
      expect(stopped.outcome).toMatchObject({ kind: 'stopped', epoch: 1 })
      expect(stopped.rested).toHaveLength(1)
    })

    it('every epoch has an order of its own, of all samples', async () => {
      const orders: number[][] = []
      const experiment = expectExperiment({ ...SMALL, training: { batchSize: 8, epochs: 3 } })
      const dataset = networkDataset(experiment)
      const trainer = trainerOf(engine, experiment, dataset.parts)
      trainer.arrange = (order) => void orders.push([...order])
      await train(experiment, trainer, dataset)
      trainer.dispose()
      expect(new Set(orders.map(String)).size).toBe(3)
      for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([...Array(30).keys()])
    })

    it('without shuffling the samples keep their order', async () => {
      const orders: Int32Array[] = []
      const experiment = expectExperiment({ ...SMALL, training: { batchSize: 8, epochs: 2, shuffle: false } })
      const dataset = networkDataset(experiment)
      const trainer = trainerOf(engine, experiment, dataset.parts)
      const arrange = trainer.arrange.bind(trainer)
      trainer.arrange = (order) => {
        orders.push(order)
        arrange(order)
      }
      await train(experiment, trainer, dataset)
      trainer.dispose()
      expect(orders).toEqual([])
    })
  })
})
