/** Presets show what they promise where no lesson does, trained by the real trainer. */
import { expect, it } from 'vitest'
import { membersOf } from '../domain/comparison/comparison.ts'
import { comparisonAt, foundRates, rateSweep } from '../domain/comparison/rate-search.ts'
import { inputEncoder, networkDataset } from '../domain/data/dataset.ts'
import { probeRows } from '../domain/data/probe.ts'
import { sineCurve } from '../domain/data-sets/regressions.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { presetScene } from '../domain/link/scene.ts'
import { namedWeights } from '../domain/network/initial-weights.ts'
import { cellExperiment, cellsOf, seeded as swept } from '../domain/sweep/sweep.ts'
import { sweepRun } from '../domain/sweep/sweep-run.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { trained, wasm } from './trained.testing.ts'

/** What this network predicts along the axis, at the places of the picture of the fit. */
function curveOf(experiment: Experiment, flat: Float32Array): number[] {
  const { parts } = networkDataset(experiment)
  const trainer = wasm.createTrainer({ experiment, weights: namedWeights(experiment, flat), parts })
  const curve = Array.from(trainer.predict(inputEncoder(experiment)(probeRows(experiment))))
  trainer.dispose()
  return curve
}

/** How often a curve turns up or down, each turn followed by a way of more than 0.1. */
function turns(curve: readonly number[]): number {
  let [count, direction, extreme] = [0, 0, curve[0]!]
  for (const y of curve) {
    const back = direction === 0 ? Math.sign(y - extreme) : -direction
    if ((y - extreme) * back > 0.1) {
      if (direction !== 0) count++
      ;[direction, extreme] = [back, y]
    } else if (direction !== 0 && (y - extreme) * direction > 0) extreme = y
  }
  return count
}

it('twelve points: each is passed, and between them the curve turns three times as often as the sine', async () => {
  const { experiment } = presetScene('twelve-points')
  const { best, last, weights } = await trained(experiment)
  expect(last.train.loss).toBeLessThan(0.001)
  expect(last.validation.loss).toBeGreaterThan(1.5 * best.validation.loss)
  const sine = Array.from({ length: 160 }, (_, k) => sineCurve(k / 159))
  expect(turns(sine)).toBe(2)
  expect(turns(curveOf(experiment, weights))).toBeGreaterThanOrEqual(6)
})

it.each([1, 2, 3])(
  'exploding gradients: the first steps throw the weights away, and clipped ones learn (seed %i)',
  async (seed) => {
    const [free, clipped] = membersOf(presetScene('exploding-gradients'), NO_TABLES).map((member) => ({
      ...member,
      seed: { data: seed, weights: seed, training: seed },
    }))
    expect((await trained(free!)).outcome).toMatchObject({ kind: 'diverged', epoch: 1 })
    const { outcome, last, rows } = await trained(clipped!)
    expect(outcome.kind).toBe('completed')
    expect(last.train.accuracy).toBeGreaterThan(0.8)
    // What is clipped is measured before: its usual size is about 1 or less where nothing explodes.
    expect(Math.max(...rows[0]!.gradients)).toBeGreaterThan(10)
  },
)

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
  expect(membersOf(plain, NO_TABLES).map(({ optimizer }) => optimizer.kind)).toEqual(
    entries.map(({ value }) => value),
  )
  expect(membersOf(plain, NO_TABLES).map(({ optimizer }) => optimizer.learningRate)).toEqual(
    Array(5).fill(0.01),
  )
})
