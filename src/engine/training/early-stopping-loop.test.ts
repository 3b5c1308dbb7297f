import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../domain/data/dataset.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import cases from '../golden/early-stopping.json'
import { samples } from '../trainers.testing.ts'
import { train } from './observed-training.testing.ts'
import type { Trainer } from './trainer.ts'

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
      const more = { penalty: 0, gradients: [], updates: [], inactive: [], fitLoss: 0 }
      return { train: { loss: 1, squares: 1, correct: 0 }, validation: sums, test: sums, ...more }
    },
    predict: unused,
    activations: unused,
    cellTraces: unused,
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
