import { describe, expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { edit } from './edit.ts'

const edited = (from: unknown, key: SettingKey, value: unknown): Experiment => {
  const parsed = edit(expectExperiment(from), key, value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.experiment
}

describe('another data set', () => {
  const cnn = {
    data: { set: 'digits', train: 800, validation: 100, test: 100 },
    model: { kind: 'cnn', layers: [{ units: 32 }], activation: 'relu' },
    regularization: { dropout: 0.2 },
  } as const

  it('keeps a convolutional network on other images', () => {
    expect(edited(cnn, 'data', 'fashion').model).toEqual(expectExperiment(cnn).model)
  })

  it('gives a table a dense network and leaves all else', () => {
    const { model, data, regularization } = edited(cnn, 'data', 'wine')
    expect(model).toMatchObject({ kind: 'mlp', layers: [{ units: 64 }], activation: 'relu' })
    expect(data.train + 2 * data.validation).toBeLessThanOrEqual(178)
    expect(regularization.dropout).toBe(0.2)
  })

  it('takes accuracy from a regression', () => {
    const monitored = { data: { set: 'moons' }, earlyStopping: { monitor: 'validation-accuracy' } } as const
    expect(edited(monitored, 'data', 'diabetes')).toMatchObject({
      loss: 'mse',
      earlyStopping: { monitor: 'validation-loss' },
    })
  })
})

describe('another kind of model', () => {
  it('brings layers that mean something to it, and its activation', () => {
    const dense = {
      data: { set: 'adding' },
      model: { layers: [{ units: 300 }], activation: 'relu' },
    } as const
    expect(edited(dense, 'model', 'rnn').model).toMatchObject({ layers: [{ units: 16 }], activation: 'relu' })
    expect(edited(dense, 'model', 'lstm').model).toMatchObject({
      layers: [{ units: 16 }],
      activation: 'tanh',
    })
  })

  it('stays with the layers inside a family', () => {
    const plain = { data: { set: 'moons' }, model: { layers: [{ units: 5 }, { units: 6 }] } } as const
    expect(edited(plain, 'model', 'residual-mlp').model.layers).toEqual([{ units: 5 }, { units: 6 }])
  })

  it('is refused where the data cannot have it', () => {
    const parsed = edit(expectExperiment({ data: { set: 'moons' } }), 'model', 'cnn')
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ path: 'model.kind', kind: 'model-needs-images' }],
    })
  })
})

it('drawn points are parted anew with every point', () => {
  const some = (count: number) => Array.from({ length: count }, (_, i) => [i / 10, 0, i % 2])
  const first = edited({ data: { set: 'drawn' } }, 'points', some(10))
  expect(first.data).toMatchObject({ train: 6, validation: 2, test: 2 })
  expect(edited(first, 'points', some(25)).data).toMatchObject({ train: 15, validation: 5, test: 5 })
})

it('a longer window leaves fewer of a series', () => {
  const sunspots = { data: { set: 'sunspots', length: 10, train: 199, validation: 50, test: 50 } } as const
  const { data } = edited(sunspots, 'length', 60)
  expect(data.train + 2 * data.validation).toBeLessThanOrEqual(249)
})
