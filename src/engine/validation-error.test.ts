/** The standard error of the validation loss, against the losses of single samples. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { eachEngine, trainerOf } from './trainers.testing.ts'
import { Recorder } from './training/rows.ts'

const many = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

describe.each(eachEngine)('%s', (_, engine) => {
  it.each<[string, ExperimentInput]>([
    ['cross-entropy of two classes', { data: { set: 'moons' } }],
    ['cross-entropy of many', { data: { set: 'first-token', length: 4 } }],
    ['mse of two classes', { data: { set: 'moons' }, loss: 'mse' }],
    ['mse of many', { data: { set: 'first-token', length: 4 }, loss: 'mse' }],
    ['mse of numbers', { data: { set: 'plane' } }],
  ])('the standard error of the validation loss: %s', (__, input) => {
    const experiment = expectExperiment({
      ...input,
      data: { ...input.data, train: 30, validation: 23 } as ExperimentInput['data'] & object,
      model: { layers: [{ units: 6 }] },
    })
    const { parts } = networkDataset(experiment)
    const trainer = trainerOf(engine, experiment, parts)
    const losses = many(23, (i) => {
      trainer.measure('validation', i, i + 1)
      return trainer.report().validation.loss
    })
    trainer.measure('train', 0, 30)
    trainer.measure('validation', 0, 23)
    const recorder = new Recorder(experiment, parts)
    const row = recorder.row(trainer.report(), { epoch: 1, learningRate: 1, seconds: 0 })
    trainer.dispose()
    const mean = losses.reduce((a, b) => a + b) / 23
    const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / 23
    expect(row.validationError! / Math.sqrt(variance / 23)).toBeCloseTo(1, 3)
  })

  it('of a single sample there is no standard error', () => {
    const experiment = expectExperiment({ data: { set: 'moons', train: 4, validation: 1 } })
    const { parts } = networkDataset(experiment)
    const trainer = trainerOf(engine, experiment, parts)
    trainer.measure('train', 0, 4)
    trainer.measure('validation', 0, 1)
    const recorder = new Recorder(experiment, parts)
    const row = recorder.row(trainer.report(), { epoch: 1, learningRate: 1, seconds: 0 })
    trainer.dispose()
    expect(row.validationError).toBeNaN()
  })
})
