/** A gradient against differences of the measured loss, on the engine that promises any shape. */
import { expect } from 'vitest'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { inputSize } from '../../domain/network/inputs-outputs.ts'
import { stream } from '../../domain/random.ts'
import { differentiated, engines, samples, trainerOf } from '../trainers.testing.ts'

const [wasm] = engines

/** Half width of a difference: float32 losses carry about 7 digits, and wider ones meet the kinks of ReLU. */
const WIDTH = 4e-3

/** Slopes of random weights on random data against central differences. `probes` weights are tried. */
export function checkGradient(
  experiment: Experiment,
  rows: number,
  classes: number,
  seed: number,
  probes = 6,
) {
  const random = stream(seed, 'gradient check')
  const size = inputSize(experiment)
  const train = samples(
    Array.from({ length: rows }, () => Array.from({ length: size }, () => random.normal())),
    Array.from({ length: rows }, () => (classes === 1 ? random.normal() : random.below(classes))),
  )
  const weights = initialWeights(experiment).map((weight) => ({
    ...weight,
    values: weight.values.map((w) => w + 0.2 * random.normal()),
  }))
  const trainer = trainerOf(wasm, experiment, { train }, weights)
  const { slopes, lossAt } = differentiated(trainer, rows)
  for (let probe = 0; probe < probes; probe++) {
    const i = random.below(slopes.length)
    const here = lossAt(i, 0)
    const [up, down] = [lossAt(i, WIDTH), lossAt(i, -WIDTH)]
    const numeric = (up - down) / (2 * WIDTH)
    // A kink or a bend between the two points says more than the slope: its size is the difference's error.
    const bend = Math.abs(up - 2 * here + down) / WIDTH
    const slope = slopes[i]!
    expect(Math.abs(slope - numeric), `weight ${i}: ${slope} against ${numeric}`).toBeLessThan(
      2e-3 + 0.02 * Math.abs(numeric) + bend,
    )
  }
}
