/**
 * L1 on a hundred inputs of which five matter (Tibshirani 1996); the lesson of L1 compares it with L2. Linear network, full
 * batches. By its slope L1 leaves weights near 0; by proximal steps, which with SGD are the proximal gradient method, at 0.
 */
import { describe, expect, it } from 'vitest'
import { TRUE_WEIGHTS } from '../domain/data-sets/regressions.ts'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { trained } from './trained.testing.ts'

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
      seed: { data: seed, weights: seed, training: seed },
    }),
  )

/** The number of weights of the 95 irrelevant inputs that are 0. */
function zeros({ weights }: Awaited<ReturnType<typeof fitted>>): number {
  const kernel = weights.subarray(0, 100)
  return kernel.filter((w, i) => w === 0 && !TRUE_WEIGHTS.has(i)).length
}

describe.each([1, 2, 3])('seed %i', (seed) => {
  it('proximal steps leave exact zeros, the slope of L1 leaves none', async () => {
    const sgd = { kind: 'sgd', learningRate: 0.05 } as const
    const proximal = await fitted(seed, { l1: 0.1, proximal: true }, sgd)
    const slope = await fitted(seed, { l1: 0.1 }, sgd)
    expect(proximal.last.validation.loss).toBeLessThan(1)
    expect(zeros(proximal)).toBeGreaterThanOrEqual(60)
    expect(zeros(slope)).toBe(0)
  })

  it('too much of it keeps what matters from being learned', async () => {
    const right = await fitted(seed, { l1: 0.1 })
    const much = await fitted(seed, { l1: 1 })
    expect(much.last.validation.loss).toBeGreaterThan(2 * right.last.validation.loss)
  })
})
