/** What the loop tells of a run: its epochs, and how it ended. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { eachEngine, trainerOf } from '../trainers.testing.ts'
import { type Options, SMALL, train, trainOn } from './observed-training.testing.ts'

describe.each(eachEngine)('%s', (_, engine) => {
  const trainReal = (input: ExperimentInput, options?: Options) => trainOn(engine, input, options)

  describe('what is told', () => {
    it('train and validation losses are of the same frozen weights, penalty apart', async () => {
      const { rows, last } = await trainReal({ ...SMALL, regularization: { l2: 0.5 } })
      const experiment = expectExperiment({ ...SMALL, regularization: {} })
      const dataset = networkDataset(experiment)
      const trainer = trainerOf(engine, experiment, dataset.parts)
      trainer.writeState({ weights: last, slots: [last, last], updates: 1 })
      trainer.measure('train', 0, 30)
      trainer.measure('validation', 0, 20)
      const report = trainer.report()
      expect(rows.at(-1)!.train.loss).toBeCloseTo(report.train.loss / 30, 6)
      expect(rows.at(-1)!.validation.loss).toBeCloseTo(report.validation.loss / 20, 6)
      expect(rows.at(-1)!.validation.accuracy).toBe(report.validation.correct / 20)
      const kernels = [...last.subarray(0, 10), ...last.subarray(15, 35), ...last.subarray(39, 43)]
      expect(rows.at(-1)!.penalty).toBeCloseTo(
        kernels.reduce((sum, w) => sum + 0.5 * w * w, 0),
        5,
      )
      expect(rows.at(-1)!.gradients).toHaveLength(3)
      trainer.dispose()
    })

    it('trains on the last, smaller batch', async () => {
      const batches: [number, number][] = []
      const experiment = expectExperiment({ ...SMALL, training: { batchSize: 8, epochs: 1 } })
      const dataset = networkDataset(experiment)
      const trainer = trainerOf(engine, experiment, dataset.parts)
      const accumulate = trainer.accumulate.bind(trainer)
      trainer.accumulate = (batch, from, to) => {
        batches.push([from, to])
        accumulate(batch, from, to)
      }
      await train(experiment, trainer, dataset)
      trainer.dispose()
      expect(batches).toEqual([
        [0, 8],
        [8, 16],
        [16, 24],
        [24, 30],
      ])
    })

    it('divergence ends the run and names the epoch; earlier epochs stay', async () => {
      const { rows, outcome } = await trainReal({
        ...SMALL,
        data: { set: 'sine', train: 30, validation: 20 },
        model: { layers: [{ units: 8 }], activation: 'relu' },
        regularization: {},
        loss: 'mse',
        optimizer: { kind: 'sgd', learningRate: 50 },
        training: { batchSize: 8, epochs: 50 },
      })
      expect(outcome.kind).toBe('diverged')
      expect(outcome.epoch).toBe(rows.length + 1)
      expect(rows.every(({ train: { loss } }) => Number.isFinite(loss))).toBe(true)
    })

    it('stopped in the middle of an epoch, the weights are those of the last whole one', async () => {
      const plain = await trainReal({ ...SMALL, training: { batchSize: 8, epochs: 2 } })
      const stopped = await trainReal(SMALL, {
        onEpoch: (training, epoch) => {
          if (epoch === 2) queueMicrotask(() => queueMicrotask(() => training.stop()))
        },
      })
      expect(stopped.outcome).toEqual({ kind: 'stopped', epoch: 2, best: 2, restored: null })
      expect(stopped.last).toEqual(plain.last)
    })
  })
})
