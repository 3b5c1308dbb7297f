/**
 * The scenes show what they promise, on three seeds each, trained by the real trainer. Recipes and bounds: the moons
 * are a calibrated overfitting recipe (best epoch ≤ 40, end ≥ 1.3 × the minimum, training loss below the noise floor);
 * a linear model cannot untwist a spiral however long it trains.
 */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import type { Experiment } from '../domain/experiment.ts'
import { noiseFloor } from '../domain/levels.ts'
import { presetScene } from '../domain/link.ts'
import type { PresetKey } from '../domain/presets.ts'
import type { EpochRow } from '../domain/run.ts'
import { Training } from './train.ts'
import { engines, trainerOf } from './trainers.testing.ts'

const SEEDS = [1, 2, 3]

async function train(experiment: Experiment) {
  const dataset = networkDataset(experiment)
  const trainer = trainerOf(engines[0], experiment, dataset.parts)
  const rows: EpochRow[] = []
  const nothing = () => {}
  const host = {
    now: () => performance.now(),
    breathe: async () => {},
    rest: async () => {},
    onEpoch: (row: EpochRow) => void rows.push(row),
    onPaused: nothing,
    onRunning: nothing,
    onCheckpoint: nothing,
    onLeft: nothing,
  }
  const training = new Training(experiment, dataset, trainer, host, {
    from: null,
    oneEpoch: false,
    pace: null,
    pieceFlops: Number.POSITIVE_INFINITY,
  })
  const { outcome } = (await training.run())!
  training.dispose()
  trainer.dispose()
  return { rows, outcome, best: rows[outcome.best - 1]!, last: rows.at(-1)! }
}

function seeded(preset: PresetKey, seed: number, epochs?: number): Experiment {
  const { experiment } = presetScene(preset)
  const training = { ...experiment.training, epochs: epochs ?? experiment.training.epochs }
  return { ...experiment, training, seed: { data: seed, weights: seed, training: seed } }
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('overfitting: validation loss turns up early, training loss goes below the noise floor', async () => {
    const { best, last } = await train(seeded('overfitting', seed))
    expect(best.epoch).toBeLessThanOrEqual(40)
    expect(last.validation.loss).toBeGreaterThan(1.3 * best.validation.loss)
    expect(last.train.loss).toBeLessThan(noiseFloor(seeded('overfitting', seed))!)
  })

  it('early stopping: ends within 60 % of the budget, with the best weights', async () => {
    const { outcome } = await train(seeded('early-stopping', seed))
    expect(outcome.kind).toBe('early-stopped')
    expect(outcome.epoch).toBeLessThanOrEqual(180)
    expect(outcome.restored).toBe(outcome.best)
  })

  it('underfitting: the linear model stays below 70 % on its own training points, and flat', async () => {
    const { rows, last } = await train(seeded('underfitting', seed))
    expect(last.train.accuracy).toBeLessThanOrEqual(0.7)
    expect(rows[79]!.train.loss - last.train.loss).toBeLessThan(0.02)
  })
})

it('wiggle: twelve points are learned, and the curve between them gets worse', async () => {
  const { best, last } = await train(seeded('wiggle', 1))
  expect(last.train.loss).toBeLessThan(0.05)
  expect(last.validation.loss).toBeGreaterThan(1.2 * best.validation.loss)
})
