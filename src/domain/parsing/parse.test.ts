import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experiments } from '../experiment/experiments.testing.ts'
import { NO_TABLES } from '../table/library.ts'
import { defaultExperiment, parseExperiment } from './parse.ts'

describe('parseExperiment', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => void parseExperiment(input, NO_TABLES)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('data', 'model', 'layers', 'seed', 'optimizer', 'version') }),
        (input) => void parseExperiment(input, NO_TABLES),
      ),
    )
  })

  it('completes what is left out, and a complete experiment is its own completion', () => {
    expect(parseExperiment({}, NO_TABLES)).toEqual({ ok: true, experiment: defaultExperiment() })
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(parseExperiment(experiment, NO_TABLES)).toEqual({ ok: true, experiment })
      }),
    )
  })

  it('takes a complete experiment, every key written out', () => {
    const parsed = parseExperiment(
      {
        version: 1,
        data: {
          set: 'circle',
          train: 50,
          validation: 225,
          test: 225,
          noise: 0.5,
          labelNoise: 0,
          labelNoiseIn: 'train',
          length: 30,
          features: ['x', 'y'],
          standardize: true,
        },
        model: {
          kind: 'mlp',
          layers: [{ units: 8 }, { units: 8 }, { units: 8 }],
          activation: 'tanh',
          initializer: 'glorot-uniform',
        },
        loss: 'cross-entropy',
        regularization: { l1: 0, l2: 0, dropout: 0 },
        optimizer: { kind: 'adam', learningRate: 0.003 },
        training: { batchSize: 10, epochs: 400, shuffle: true },
        earlyStopping: {
          monitor: 'validation-loss',
          patience: 20,
          minDelta: 0,
          restoreBest: true,
          startFromEpoch: 0,
        },
        seed: { data: 1, weights: 1, training: 1 },
      },
      NO_TABLES,
    )
    expect(parsed).toEqual({ ok: true, experiment: defaultExperiment() })
  })

  it.each([
    [{ dta: {} }, 'dta', 'unknown-key'],
    [{ data: { set: 'moon' } }, 'data.set', 'not-one-of'],
    [{ training: { batchSize: 0 } }, 'training.batchSize', 'too-small'],
    [{ training: { batchSize: 1.5 } }, 'training.batchSize', 'not-whole'],
    [{ optimizer: { learningRate: Number.NaN } }, 'optimizer.learningRate', 'wrong-type'],
    [{ regularization: { dropout: 1 } }, 'regularization.dropout', 'too-large'],
    [{ model: { layers: [{ units: 8 }, {}] } }, 'model.layers.1.units', 'missing'],
    [{ data: { set: 'sine' }, loss: 'cross-entropy' }, 'loss', 'loss-needs-classes'],
    [{ data: { set: 'digits', train: 9900, validation: 225 } }, 'data.validation', 'too-few-samples'],
    [null, '', 'wrong-type'],
    [{ version: 2 }, 'version', 'not-one-of'],
  ])('%j: %s is %s', (input, path, kind) => {
    const parsed = parseExperiment(input, NO_TABLES)
    expect(parsed.ok ? [] : parsed.problems).toContainEqual(expect.objectContaining({ path, kind }))
  })
})
