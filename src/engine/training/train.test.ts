import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../domain/data/dataset.ts'
import { networkDataset } from '../../domain/data/dataset.ts'
import { type Experiment, type ExperimentInput, OPTIMIZERS } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { permutation, stream } from '../../domain/random.ts'
import type { EpochRow, Start } from '../../domain/run/run.ts'
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import cases from '../golden/early-stopping.json'
import { tf } from '../tfjs/tf.ts'
import { eachEngine, engines, samples, type TestEngine, trainerOf } from '../trainers.testing.ts'
import { type Trained, Training, type TrainingHost } from './train.ts'
import type { Trainer } from './trainer.ts'

const SMALL: ExperimentInput = {
  data: { set: 'moons', train: 30, validation: 20, test: 10, noise: 0.2 },
  model: { layers: [{ units: 5 }, { units: 4 }], activation: 'tanh' },
  regularization: { dropout: 0.2, l2: 1e-3 },
  training: { batchSize: 8, epochs: 6 },
  earlyStopping: null,
}

interface Observed {
  readonly starts: Start[]
  readonly rows: EpochRow[]
  readonly checkpoints: Checkpoint[]
  readonly left: Checkpoint[]
  readonly rested: number[]
}

interface Options {
  /** Called whenever the loop yields; `at` counts the calls. */
  onBreath?: (training: Training, at: number) => void
  onEpoch?: (training: Training, epoch: number) => void
  onPaused?: (training: Training) => void
  from?: Checkpoint
  oneEpoch?: boolean
  pace?: number
  onRest?: (training: Training) => void
  pieceFlops?: number
}

/** The checkpoint of a run that left. */
const NOT_TRAINED: Trained = {
  outcome: { kind: 'stopped', epoch: 0, best: 0, restored: null },
  last: new Float32Array(),
  best: null,
}

/** A clock that ends a time slice at every look: the loop handles messages after every chunk of work. */
async function train(
  experiment: Experiment,
  trainer: Trainer,
  dataset: Dataset,
  { onBreath, onEpoch, onPaused, onRest, from, oneEpoch, pace, pieceFlops }: Options = {},
): Promise<Observed & Trained> {
  const observed: Observed = { starts: [], rows: [], checkpoints: [], left: [], rested: [] }
  let clock = 0
  let breaths = 0
  const host: TrainingHost = {
    now: () => (clock += 10),
    yieldToMessages: async () => onBreath?.(training, breaths++),
    rest: async (ms) => {
      observed.rested.push(ms)
      clock += ms
      onRest?.(training)
    },
    onStart: (start) => observed.starts.push(start),
    onEpoch(row) {
      observed.rows.push(row)
      onEpoch?.(training, row.epoch)
    },
    onPaused: () => setImmediate(() => onPaused?.(training)),
    onRunning: () => {},
    onCheckpoint: (checkpoint) => observed.checkpoints.push(checkpoint),
    onLeft: (checkpoint) => observed.left.push(checkpoint),
  }
  const training = new Training(experiment, dataset, trainer, host, {
    from: from ?? null,
    oneEpoch: oneEpoch ?? false,
    pace: pace ?? null,
    pieceFlops: pieceFlops ?? Number.POSITIVE_INFINITY,
  })
  const trained = await training.run()
  training.dispose()
  return { ...observed, ...(trained ?? NOT_TRAINED) }
}

async function trainOn(engine: TestEngine, input: ExperimentInput, options?: Options) {
  const experiment = expectExperiment(input)
  const dataset = networkDataset(experiment)
  const trainer = trainerOf(engine, experiment, dataset.parts)
  const observed = await train(experiment, trainer, dataset, options)
  trainer.dispose()
  return observed
}

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

/** A trainer with given validation losses; its weights are the epoch's number. */
function scripted(series: readonly number[], monitor: 'loss' | 'accuracy'): Trainer {
  let epoch = 0
  const unused = () => {
    throw new Error('not scripted')
  }
  const snapshot = () => Object.assign({ at: epoch }, { dispose: () => {} })
  return {
    arrange: () => {},
    accumulate: ({ epoch: now }) => {
      epoch = now
    },
    update: () => {},
    measure: () => {},
    report() {
      const value = series[epoch - 1]!
      const [loss, correct] = monitor === 'loss' ? [value, 0] : [1, value]
      const sums = { loss, squares: loss ** 2, correct }
      const more = { penalty: 0, gradients: [], updates: [], inactive: [] }
      return { train: { loss: 1, squares: 1, correct: 0 }, validation: sums, test: sums, ...more }
    },
    predict: unused,
    activations: unused,
    readGradient: unused,
    snapshot,
    restore: unused,
    adopt: unused,
    read: (kept) => Float32Array.of((kept as ReturnType<typeof snapshot>).at),
    readState: () => ({ weights: new Float32Array(), slots: [], updates: 0 }),
    writeState: unused,
    synchronize: async () => {},
    dispose: () => {},
  }
}

describe("early stopping in the loop follows Keras' callback", () => {
  const one = samples([[0, 0]], [0])
  const dataset: Dataset = { inputSize: 2, parts: { train: one, validation: one, test: one } }
  const playable = cases.filter(
    ({ seq, args }) => seq.every((value) => typeof value === 'number') && !('baseline' in args),
  )

  it('leaves out only NaN, infinity and the baseline, which the rule itself is tested on', () =>
    expect(playable).toHaveLength(14))

  it.each(playable)('$name', async ({ seq, args, robust_variant_best_inf: golden }) => {
    const experiment = expectExperiment({
      data: { set: 'moons', train: 1, validation: 1, test: 1 },
      training: { batchSize: 1, epochs: seq.length },
      earlyStopping: {
        monitor: args.monitor === 'val_acc' ? 'validation-accuracy' : 'validation-loss',
        patience: args.patience,
        minDelta: Math.abs(args.min_delta ?? 0),
        startFromEpoch: args.start_from_epoch ?? 0,
      },
    })
    const trainer = scripted(seq as number[], args.monitor === 'val_acc' ? 'accuracy' : 'loss')
    const { rows, outcome, best, last } = await train(experiment, trainer, dataset)
    expect(rows).toHaveLength(golden.epochs_run)
    expect(outcome).toEqual({
      kind: golden.stopped ? 'early-stopped' : 'completed',
      epoch: golden.epochs_run,
      best: golden.best_epoch0 + 1,
      restored: golden.restored_from0 + 1,
    })
    expect(best).toEqual(Float32Array.of(golden.restored_from0 + 1))
    expect(last).toEqual(Float32Array.of(golden.epochs_run))
  })
})

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
