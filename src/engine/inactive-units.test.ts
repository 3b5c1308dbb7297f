/** Which hidden units are inactive, of networks whose answer is known. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { eachEngine, samples, trainerOf, weightsOf } from './trainers.testing.ts'
import { PROBES } from './training/probes.ts'

const many = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

describe.each(eachEngine)('%s', (_, engine) => {
  const inactiveOf = (
    input: ExperimentInput,
    values: readonly (readonly number[])[],
    inputs: readonly (readonly number[])[],
  ) => {
    const experiment = expectExperiment({ ...input, data: { train: inputs.length, ...input.data } })
    const train = samples(
      inputs,
      many(inputs.length, () => 0),
    )
    const trainer = trainerOf(engine, experiment, { train }, weightsOf(experiment, values))
    for (let from = 0; from < train.count; from += 100)
      trainer.measure('train', from, Math.min(from + 100, train.count))
    const { inactive } = trainer.report()
    trainer.dispose()
    return inactive
  }
  const one = { set: 'sine', standardize: false } as const
  const biases = [-5, -0.5, 0.5, 5, 0]
  const dense = (activation: 'relu' | 'sigmoid' | 'tanh' | 'leaky-relu' | 'elu' | 'gelu' | 'linear') =>
    inactiveOf(
      { data: one, model: { layers: [{ units: 5 }], activation } },
      [[1, 1, 1, 1, 0], biases, many(5, () => 1), [0]],
      [[-1], [0.25]],
    )

  it.each([
    // −5 and −0.5 plus at most 0.25 stay below 0, and 0 is not above it.
    ['relu', 3 / 5],
    // Sigmoid is within 0.01 of a bound beyond ±4.6, tanh beyond ±2.65.
    ['sigmoid', 1 / 5],
    ['tanh', 2 / 5],
    ['leaky-relu', 0],
    ['elu', 0],
    ['gelu', 0],
    ['linear', 0],
  ] as const)('%s has this share of inactive units', (activation, share) =>
    expect(dense(activation)).toEqual([share]),
  )

  it('only the first samples are probes, and each report begins anew', () => {
    const model = { layers: [{ units: 1 }], activation: 'relu' } as const
    const experiment = expectExperiment({ data: { ...one, train: 300 }, model })
    const weights = weightsOf(experiment, [[1], [0], [1], [0]])
    const shareWith = (active: number) => {
      const train = samples(
        many(300, (i) => i).map((i) => [i === active ? 1 : -1]),
        many(300, () => 0),
      )
      const trainer = trainerOf(engine, experiment, { train }, weights)
      trainer.measure('train', 0, 200)
      trainer.measure('train', 200, 300)
      const first = trainer.report().inactive
      trainer.measure('train', 0, 1)
      const second = trainer.report().inactive
      trainer.dispose()
      return [...first, ...second]
    }
    expect(shareWith(PROBES - 1)).toEqual([0, 1])
    expect(shareWith(PROBES)).toEqual([1, 1])
    expect(shareWith(0)).toEqual([0, 0])
  })

  it('a filter is inactive if it is so at every position', () => {
    const image = (bright: number) => many(64, (i) => (i === bright ? 1 : 0))
    const filters = [1, -1, 0]
    const kernel = many(27, (i) => (Math.floor(i / 3) === 4 ? filters[i % 3]! : 0))
    const input: ExperimentInput = {
      data: { set: 'digits-8x8' },
      model: {
        kind: 'cnn',
        activation: 'relu',
        kernel: 3,
        layers: [],
        blocks: [{ filters: 3, layers: 1, pool: 3 }],
      },
    }
    const values = [kernel, [0, 0, 0.5], many(120, () => 0), many(10, () => 0)]
    // The last line and column are beyond the squares that are pooled.
    expect(inactiveOf(input, values, [image(5), image(63)])).toEqual([1 / 3])
    expect(inactiveOf(input, values, [image(63)])).toEqual([1 / 3])
    expect(inactiveOf(input, values, [many(64, () => 0)])).toEqual([2 / 3])
  })

  const recurrentShares = (kind: 'rnn' | 'lstm' | 'gru') => {
    const experiment = expectExperiment({
      data: { set: 'adding', length: 4, train: 3, validation: 3 },
      model: { kind, layers: [{ units: 3 }, { units: 2 }], activation: 'tanh' },
    })
    const trainer = trainerOf(engine, experiment, networkDataset(experiment).parts)
    trainer.measure('train', 0, 3)
    const { inactive } = trainer.report()
    trainer.dispose()
    return inactive
  }
  it.each(['rnn', 'lstm', 'gru'] as const)('a fresh %s has no inactive units', (kind) =>
    expect(recurrentShares(kind)).toEqual([0, 0]),
  )
})
