/**
 * Which penalty finds the five inputs of a hundred that matter, from sixty samples (lasso against ridge: Tibshirani 1996).
 * Linear network, Adam, full batches. L1 by its slope leaves weights near 0; by proximal steps, which with SGD are the
 * proximal gradient method, at 0.
 */
import { describe, expect, it } from 'vitest'
import { TRUE_WEIGHTS } from '../../domain/data-sets/regressions.ts'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { trained } from '../trained.testing.ts'
import { SEEDS, seeded } from './lessons.testing.ts'

const fitted = (
  seed: number,
  regularization: ExperimentInput['regularization'],
  optimizer: ExperimentInput['optimizer'] = { kind: 'adam', learningRate: 0.01 },
) =>
  trained(
    expectExperiment({
      data: { set: 'sparse-linear', train: 60, validation: 500, test: 1, noise: 0.5, standardize: false },
      model: { layers: [] },
      regularization,
      optimizer,
      training: { batchSize: 60, epochs: 2000 },
      earlyStopping: null,
      seed: seeded(seed),
    }),
  )

const NEAR_ZERO = 0.01

/** The number of weights of the 95 irrelevant inputs that are nearer to 0 than this. */
function silent({ weights }: Awaited<ReturnType<typeof fitted>>, limit = NEAR_ZERO): number {
  const kernel = weights.subarray(0, 100)
  return kernel.filter((w, i) => !TRUE_WEIGHTS.has(i) && Math.abs(w) < limit).length
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('L1 zeroes most irrelevant weights and predicts far better; L2 zeroes few', async () => {
    const l1 = await fitted(seed, { l1: 0.1 })
    const l2 = await fitted(seed, { l2: 0.03 })
    expect(silent(l1)).toBeGreaterThanOrEqual(60)
    expect(silent(l2)).toBeLessThanOrEqual(25)
    expect(l1.last.validation.loss).toBeLessThan(l2.last.validation.loss / 4)
  })

  it('proximal steps leave exact zeros, the slope of L1 leaves none', async () => {
    const sgd = { kind: 'sgd', learningRate: 0.05 } as const
    const proximal = await fitted(seed, { l1: 0.1, proximal: true }, sgd)
    const slope = await fitted(seed, { l1: 0.1 }, sgd)
    expect(proximal.last.validation.loss).toBeLessThan(1)
    expect(silent(proximal, Number.MIN_VALUE)).toBeGreaterThanOrEqual(60)
    expect(silent(slope, Number.MIN_VALUE)).toBe(0)
  })

  it('too much of it keeps what matters from being learned', async () => {
    const right = await fitted(seed, { l1: 0.1 })
    const much = await fitted(seed, { l1: 1 })
    expect(much.last.validation.loss).toBeGreaterThan(2 * right.last.validation.loss)
  })
})
