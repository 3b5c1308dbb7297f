import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { type ExperimentInput, OPTIMIZERS } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { permutation, stream } from '../../domain/random.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { tf } from '../tfjs/tf.ts'
import { eachEngine, engines, trainerOf } from '../trainers.testing.ts'
import { type Options, SMALL, train, trainOn } from './observed-training.testing.ts'

/** Two equal runs may differ in wall time alone. */
const curves = (rows: readonly EpochRow[]) => rows.map(({ seconds: _, ...row }) => row)

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
      const [plain, cut] = [await trainReal(SMALL), await trainReal(SMALL, { pieceFlops: 6 * 47 * 3 })]
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

describe('memory', () => {
  const [, cpu] = engines
  const trainReal = (input: ExperimentInput, options?: Options) => trainOn(cpu, input, options)

  it('twenty runs leave nothing behind', async () => {
    await trainReal({ ...SMALL, training: { epochs: 1 } })
    const before = tf.memory().numTensors
    for (let i = 0; i < 20; i++) {
      const kind = OPTIMIZERS[i % OPTIMIZERS.length]!
      await trainReal({
        ...SMALL,
        optimizer: { kind },
        training: { epochs: 2 },
        earlyStopping: { patience: 1 },
      })
    }
    expect(tf.memory().numTensors).toBe(before)
  })

  it('an epoch leaves nothing behind', async () => {
    const counts: number[] = []
    await trainReal(SMALL, { onEpoch: () => counts.push(tf.memory().numTensors) })
    expect(new Set(counts.slice(1)).size).toBe(1)
  })
})
