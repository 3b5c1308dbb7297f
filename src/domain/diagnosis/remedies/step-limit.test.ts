import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../experiment/experiment.ts'
import { expectExperiment } from '../../parsing/parse.ts'
import { Table } from '../../table/table.ts'
import { keys, offered } from './offered.testing.ts'
import { largestStableRate } from './step-limit.ts'

describe('a rate that does not diverge again', () => {
  const x = Float32Array.from({ length: 120 }, (_, i) => i % 40)
  const read = Table.of({
    columns: ['x'],
    target: 'y',
    inputs: x,
    targets: x.map((value) => 1 - value),
    classes: [],
    partOf: null,
  })
  if (!read.ok) throw new Error(read.problem.kind)
  const linear: ExperimentInput = {
    data: { set: 'rows', rows: read.table, train: 60, validation: 30, test: 30, standardize: false },
    model: { layers: [] },
    loss: 'mse',
    optimizer: { kind: 'sgd', learningRate: 0.1 },
  }

  it('y = 1 − x of unscaled inputs: below 2 over the largest eigenvalue', () => {
    const { experiment } = offered('diverging', linear)[0]!
    const limit = largestStableRate(expectExperiment(linear))!
    // Of the whole table, whose parts are alike: (2/n) Σ of [x², x; x, 1].
    const [a, b] = [x, x.map((value) => value ** 2)].map(
      (all) => (2 * all.reduce((sum, v) => sum + v, 0)) / 120,
    )
    const eigenvalue = (b! + 2) / 2 + Math.hypot((b! - 2) / 2, a!)
    expect(limit / (2 / eigenvalue)).toBeGreaterThan(0.7)
    expect(limit / (2 / eigenvalue)).toBeLessThan(1.4)
    expect(experiment.optimizer.learningRate).toBeLessThan(limit)
    expect(experiment.optimizer.learningRate).toBeLessThan(1.4 / eigenvalue)
  })

  it('nor is a higher rate offered where three times the present one is beyond half of that', () => {
    const limit = largestStableRate(expectExperiment(linear))!
    const at = (learningRate: number): ExperimentInput => ({
      ...linear,
      optimizer: { kind: 'sgd', learningRate },
    })
    expect(keys('still-improving', at(limit / 4))).not.toContain('higher-learning-rate')
    expect(keys('still-improving', at(limit / 40))).toContain('higher-learning-rate')
  })
})
