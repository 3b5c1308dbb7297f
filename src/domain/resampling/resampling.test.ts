import { describe, expect, it } from 'vitest'
import { rawSamples } from '../data/dataset.ts'
import { CURVE_POINTS } from '../data/probe.ts'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { meanOf } from '../numbers/moments.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { decomposition } from './decomposition.ts'
import { askedRows, canResample, drawnCount, measured, resampled, resamplingKey } from './resampling.ts'

describe('the parts of the squared error', () => {
  it('by hand: two fits at two places', () => {
    const truth = [
      { mean: 1, variance: 0.5 },
      { mean: 0, variance: 0.1 },
    ]
    // Means of the fits are 2 and 1, so 1 off at both; they are 1 and 2 away from them.
    const { bias, variance, noise } = decomposition(
      [
        [1, 3],
        [3, -1],
      ],
      truth,
    )
    expect([bias, variance, noise]).toEqual([1, 2.5, 0.3])
  })

  it('a constant model: the bias is what the curve varies by, the variance that of a mean of n targets', () => {
    // Mean of the targets of n points of a sine with noise σ: variance (½ + σ²)/n around 0; the sine's square has mean ½.
    const [n, sigma] = [25, 0.4]
    const experiment = expectExperiment({ data: { set: 'sine', train: n, noise: sigma } })
    const fits = Array.from({ length: 400 }, (_, seed) => {
      const data = { ...experiment, seed: { ...experiment.seed, data: seed } }
      const answer = meanOf(rawSamples(data, 'train').targets)
      return new Float32Array(askedRows(experiment.data).length).fill(answer)
    })
    const { bias, variance, noise } = measured(experiment.data, fits)
    expect(bias).toBeCloseTo(0.5, 1)
    expect(variance / ((0.5 + sigma ** 2) / n)).toBeCloseTo(1, 0)
    expect(Math.abs(variance / ((0.5 + sigma ** 2) / n) - 1)).toBeLessThan(0.2)
    expect(noise).toBeCloseTo(sigma ** 2, 12)
  })

  it('together they are the squared error of the fits on new samples', () => {
    const experiment = expectExperiment({
      data: { set: 'moons', noise: 0.3, test: 4000, labelNoise: 0.2, labelNoiseIn: 'all' },
    })
    // Two models that look at one coordinate each.
    const models = [
      (x: number) => 1 / (1 + Math.exp(-x)),
      (_: number, y: number) => 1 / (1 + Math.exp(3 * y)),
    ]
    const rows = askedRows(experiment.data)
    const fits = models.map((model) =>
      Float32Array.from({ length: rows.length / 2 }, (_, i) => model(rows[2 * i]!, rows[2 * i + 1]!)),
    )
    const { bias, variance, noise } = measured(experiment.data, fits)
    const { inputs, targets, count } = rawSamples(experiment, 'test')
    const errors = models.map((model) =>
      meanOf(targets.map((target, i) => (model(inputs[2 * i]!, inputs[2 * i + 1]!) - target) ** 2)),
    )
    expect(count).toBe(4000)
    expect(Math.abs(bias + variance + noise - meanOf(errors))).toBeLessThan(0.01)
  })
})

describe('what is trained', () => {
  const experiment = expectExperiment({ seed: { data: 2 ** 32 - 3, weights: 4, training: 5 } })

  it('ten other data seeds, all else the same', () => {
    const all = resampled(experiment)
    expect(new Set(all.map(({ seed }) => seed.data)).size).toBe(10)
    for (const other of all) {
      expect(other.seed.data).not.toBe(experiment.seed.data)
      expect({ ...other, seed: experiment.seed }).toEqual(experiment)
      expect(other.seed).toMatchObject({ weights: 4, training: 5 })
      expect(resamplingKey(other)).toBe(resamplingKey(experiment))
      expectExperiment(other)
    }
    expect(resamplingKey({ ...experiment, seed: { ...experiment.seed, weights: 5 } })).not.toBe(
      resamplingKey(experiment),
    )
  })

  it('only of data whose truth is known and that a line or a plane shows', () => {
    const can = (data: ExperimentInput['data']) => canResample(expectExperiment({ data }).data)
    expect(can({ set: 'sine' })).toBe(true)
    expect(can({ set: 'bumps' })).toBe(true)
    expect(can({ set: 'sparse-linear' })).toBe(false)
    expect(can({ set: 'digits-8x8' })).toBe(false)
  })

  it('every fit is asked on the line or grid that is drawn, then at a thousand new places', () => {
    const { data } = expectExperiment({ data: { set: 'sine' } })
    expect(drawnCount(data)).toBe(CURVE_POINTS)
    const rows = askedRows(data)
    expect(rows.length).toBe(CURVE_POINTS + 1000)
    expect([rows[0], rows[CURVE_POINTS - 1]]).toEqual([0, 1])
  })
})
