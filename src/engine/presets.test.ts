/**
 * The presets show what they promise, on three seeds each, trained by the real trainer. Recipes and bounds: the moons
 * are a calibrated overfitting recipe (best epoch ≤ 40, end ≥ 1.3 × the minimum, training loss below the noise floor);
 * a linear model cannot untwist a spiral however long it trains.
 */
import { describe, expect, it } from 'vitest'
import { membersOf } from '../domain/comparison/comparison.ts'
import { comparisonAt, foundRates, rateSweep } from '../domain/comparison/rate-search.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import { presetScene } from '../domain/link/scene.ts'
import { noiseFloor } from '../domain/run/reference-losses.ts'
import { cellExperiment, cellsOf, seeded as swept } from '../domain/sweep/sweep.ts'
import { sweepRun } from '../domain/sweep/sweep-run.ts'
import { trained } from './trainers.testing.ts'

const SEEDS = [1, 2, 3]

function seeded(preset: PresetKey, seed: number, epochs?: number): Experiment {
  const { experiment } = presetScene(preset)
  const training = { ...experiment.training, epochs: epochs ?? experiment.training.epochs }
  return { ...experiment, training, seed: { data: seed, weights: seed, training: seed } }
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('overfitting: validation loss turns up early, training loss goes below the noise floor', async () => {
    const { best, last } = await trained(seeded('overfitting', seed))
    expect(best.epoch).toBeLessThanOrEqual(40)
    expect(last.validation.loss).toBeGreaterThan(1.3 * best.validation.loss)
    expect(last.train.loss).toBeLessThan(noiseFloor(seeded('overfitting', seed))!)
  })

  it('early stopping: ends within 60 % of the budget, with the best weights', async () => {
    const { outcome } = await trained(seeded('early-stopping', seed))
    expect(outcome.kind).toBe('early-stopped')
    expect(outcome.epoch).toBeLessThanOrEqual(180)
    expect(outcome.restored).toBe(outcome.best)
  })

  it('exploding gradients: the first steps throw the weights away, and clipped ones learn', async () => {
    const [free, clipped] = membersOf(presetScene('exploding-gradients')).map((member) => ({
      ...member,
      seed: { data: seed, weights: seed, training: seed },
    }))
    expect((await trained(free!)).outcome).toMatchObject({ kind: 'diverged', epoch: 1 })
    const { outcome, last, rows } = await trained(clipped!)
    expect(outcome.kind).toBe('completed')
    expect(last.train.accuracy).toBeGreaterThan(0.8)
    // What is clipped is measured before: its usual size is about 1 or less where nothing explodes.
    expect(Math.max(...rows[0]!.gradients)).toBeGreaterThan(10)
  })

  it('underfitting: the linear model stays below 70 % on its own training points, and flat', async () => {
    const { rows, last } = await trained(seeded('underfitting', seed))
    expect(last.train.accuracy).toBeLessThanOrEqual(0.7)
    expect(rows[79]!.train.loss - last.train.loss).toBeLessThan(0.02)
  })
})

it('wiggle: twelve points are learned, and the curve between them gets worse', async () => {
  const { best, last } = await trained(seeded('wiggle', 1))
  expect(last.train.loss).toBeLessThan(0.05)
  expect(last.validation.loss).toBeGreaterThan(1.2 * best.validation.loss)
})

it('five optimizers each have the best of ten rates, which at one rate for all they have not', async () => {
  const scene = presetScene('tuned-optimizers')
  const { setting, entries } = scene.comparison!
  const sweep = rateSweep(
    scene.experiment,
    setting,
    entries.map(({ value }) => value),
  )
  const runs = []
  for (const cell of cellsOf(sweep)) {
    const parsed = cellExperiment(sweep, cell)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const { rows, outcome } = await trained(swept(parsed.experiment, 1, sweep.varies))
    runs.push(sweepRun(cell.index, 1, rows, outcome, null))
  }
  expect(comparisonAt(setting, foundRates(sweep, runs))).toEqual(scene.comparison)
  const plain = presetScene('optimizer-race')
  expect(plain.experiment).toEqual(scene.experiment)
  expect(membersOf(plain).map(({ optimizer }) => optimizer.kind)).toEqual(entries.map(({ value }) => value))
  expect(membersOf(plain).map(({ optimizer }) => optimizer.learningRate)).toEqual(Array(5).fill(0.01))
})
