import { describe, expect, it } from 'vitest'
import type { Experiment, ExperimentInput } from '../../experiment/experiment.ts'
import { experimentKey } from '../../experiment/identity.ts'
import { expectExperiment, parseExperiment } from '../../parsing/parse.ts'
import { NO_TABLES } from '../../table/library.ts'
import { Table } from '../../table/table.ts'
import { diagnose } from '../diagnose.ts'
import { VERDICTS, type Verdict } from '../verdict.ts'
import { type RemedyKey, remediesFor } from './remedies.ts'
import { largestStableRate } from './step-limit.ts'

const EPOCHS = 100

const { figures } = diagnose({
  experiment: expectExperiment({}),
  epochs: Array.from({ length: EPOCHS }, (_, i) => ({
    epoch: i + 1,
    train: { loss: 0.1 },
    validation: { loss: 0.3 + i / 100 },
    penalty: 0,
    learningRate: 0.1,
    gradients: [0.1],
    seconds: 0.01,
  })),
  outcome: null,
})

const offered = (
  verdict: Verdict,
  input: ExperimentInput,
  tried: readonly Experiment[] = [],
  endedByPatience = false,
) => remediesFor(expectExperiment(input), EPOCHS, { verdict, figures, endedByPatience }, tried)
const keys = (verdict: Verdict, input: ExperimentInput): readonly RemedyKey[] =>
  offered(verdict, input).map(({ key }) => key)

const MOONS: ExperimentInput = { data: { set: 'moons', train: 80 }, earlyStopping: null }

describe('the order of the course', () => {
  it('overfitting: early stopping, more data, L2, dropout, L1, a smaller network', () => {
    expect(keys('overfitting', { ...MOONS, model: { layers: [{ units: 64 }] } })).toEqual([
      'early-stopping',
      'more-data',
      'l2',
      'dropout',
      'l1',
      'narrower-layers',
    ])
  })

  it('underfitting is never answered with more data, dropout, L1 or L2', () => {
    const never: readonly RemedyKey[] = [
      'more-data',
      'dropout',
      'l1',
      'l2',
      'early-stopping',
      'narrower-layers',
    ]
    const networks: readonly ExperimentInput[] = [
      { data: { set: 'spiral' } },
      { data: { set: 'adding' }, model: { kind: 'rnn', layers: [{ units: 8 }] } },
      { data: { set: 'digits' }, model: { kind: 'cnn' } },
    ]
    for (const network of networks)
      for (const key of keys('underfitting', network)) expect(never).not.toContain(key)
    expect(keys('underfitting', MOONS)[0]).toBe('wider-layers')
  })

  it('a run that little patience has ended is offered more, and not more epochs, which it would not reach', () => {
    const impatient: ExperimentInput = { ...MOONS, earlyStopping: { patience: 3 } }
    for (const verdict of ['underfitting', 'still-improving', 'too-early'] as const) {
      const [first, ...others] = offered(verdict, impatient, [], true)
      expect(first).toMatchObject({ key: 'more-patience', experiment: { earlyStopping: { patience: 20 } } })
      expect(others.map(({ key }) => key)).not.toContain('more-epochs')
      expect(keys(verdict, impatient)).not.toContain('more-patience')
    }
    const patient: ExperimentInput = { ...MOONS, earlyStopping: { patience: 20 } }
    expect(offered('underfitting', patient, [], true).map(({ key }) => key)).not.toContain('more-patience')
  })

  it('underfitting is answered with a higher rate where steps shrink with the gradient, and only there', () => {
    for (const kind of ['sgd', 'momentum', 'nesterov'] as const)
      expect(keys('underfitting', { ...MOONS, optimizer: { kind } })).toContain('higher-learning-rate')
    for (const kind of ['adam', 'rmsprop', 'adagrad'] as const)
      expect(keys('underfitting', { ...MOONS, optimizer: { kind } })).not.toContain('higher-learning-rate')
  })

  it('a network without a bend is offered one, and no further layers or units, which would add nothing', () => {
    const linear: ExperimentInput['model'] = { activation: 'linear', layers: [{ units: 8 }, { units: 8 }] }
    const found = offered('underfitting', { ...MOONS, model: linear })
    expect(found[0]).toMatchObject({
      key: 'nonlinear-activation',
      experiment: { model: { activation: 'relu', layers: [{ units: 8 }, { units: 8 }] } },
    })
    for (const { key } of found) expect(['wider-layers', 'another-layer', 'relu']).not.toContain(key)
    const layers: NonNullable<ExperimentInput['model']>['layers'] = [
      { units: 8, activation: 'tanh' },
      { units: 8 },
    ]
    expect(keys('underfitting', { ...MOONS, model: { ...linear, layers } })).toContain('wider-layers')
  })

  it('a good fit needs nothing', () => {
    expect(keys('good-fit', MOONS)).toEqual([])
  })

  it('a recurrent network is offered gates, a deep convolutional one residual blocks', () => {
    expect(
      keys('underfitting', {
        data: { set: 'adding' },
        model: { kind: 'rnn', layers: [{ units: 8 }] },
      }),
    ).toContain('lstm')
    expect(
      keys('underfitting', {
        data: { set: 'digits' },
        model: { kind: 'cnn', blocks: [{ filters: 8, layers: 8, pool: 2 }] },
      }),
    ).toContain('residual')
  })
})

describe('a remedy is a complete experiment', () => {
  it.each(VERDICTS)('%s: each can be parsed and changes something', (verdict) => {
    for (const { experiment } of offered(verdict, MOONS)) {
      expect(parseExperiment(experiment, NO_TABLES).ok).toBe(true)
      expect(experimentKey(experiment)).not.toBe(experimentKey(expectExperiment(MOONS)))
    }
  })

  it('what was tried is not offered again, but its next value', () => {
    const dropout = (tried: readonly Experiment[]) =>
      offered('overfitting', MOONS, tried).find(({ key }) => key === 'dropout')!.experiment
    const first = dropout([])
    expect(first.regularization.dropout).toBe(0.3)
    expect(dropout([first]).regularization.dropout).toBe(0.5)
  })

  it('no more samples than there are', () => {
    expect(keys('overfitting', { data: { set: 'digits', train: 8000 } })).not.toContain('more-data')
  })
})

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
