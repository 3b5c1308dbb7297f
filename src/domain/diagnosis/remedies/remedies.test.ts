import { describe, expect, it } from 'vitest'
import type { Experiment, ExperimentInput } from '../../experiment/experiment.ts'
import { experimentKey } from '../../experiment/identity.ts'
import { expectExperiment, parseExperiment } from '../../parsing/parse.ts'
import { NO_TABLES } from '../../table/library.ts'
import { Table } from '../../table/table.ts'
import { diagnose } from '../diagnose.ts'
import { type Quantity, VERDICTS, type Verdict } from '../verdict.ts'
import type { RemedyKey } from './proposals.ts'
import { remediesFor } from './remedies.ts'
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

/** What is not given here is as `figures` has it. */
type Measured = Partial<Record<Quantity, number>>

const offered = (
  verdict: Verdict,
  input: ExperimentInput,
  tried: readonly Experiment[] = [],
  endedByPatience = false,
  measured: Measured = verdict === 'too-early' ? { epochs: 3 } : {},
) => {
  const changed = Object.entries(measured).map(([quantity, value]) => [quantity, { value, epochs: null }])
  const found = { verdict, figures: { ...figures, ...Object.fromEntries(changed) }, endedByPatience }
  return remediesFor(expectExperiment(input), EPOCHS, found, tried)
}
const keys = (verdict: Verdict, input: ExperimentInput, measured?: Measured): readonly RemedyKey[] =>
  offered(verdict, input, [], false, measured).map(({ key }) => key)

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

describe('what cannot help is not offered', () => {
  const sizes = { train: 80, validation: 60, test: 20 }
  const linear: ExperimentInput = { ...MOONS, model: { layers: [] } }

  it('no activation or start weights to a network without hidden layers', () => {
    for (const key of keys('underfitting', linear)) expect(key).not.toBe('relu')
    for (const key of keys('diverging', linear)) expect(key).not.toBe('start-weights')
    expect(keys('diverging', { ...MOONS, model: { activation: 'relu' } })).toContain('start-weights')
  })

  it('no ReLU in the place of what has a slope of 1 already', () => {
    for (const activation of ['relu', 'leaky-relu', 'elu', 'gelu'] as const)
      expect(keys('underfitting', { ...MOONS, model: { activation } })).not.toContain('relu')
    for (const activation of ['sigmoid', 'tanh'] as const)
      expect(keys('underfitting', { ...MOONS, model: { activation } })).toContain('relu')
  })

  it('units that begin alike are made unlike, and not more of them', () => {
    const zeros: ExperimentInput = { ...MOONS, model: { initializer: 'zeros' } }
    expect(keys('underfitting', zeros)).toEqual(['start-weights'])
    expect(keys('vanishing-gradient', zeros)[0]).toBe('start-weights')
    expect(keys('underfitting', MOONS)).not.toContain('start-weights')
  })

  it('under a crushing penalty no larger network, but a penalty of the usual strength', () => {
    const crushed: ExperimentInput = { ...MOONS, regularization: { l2: 10 } }
    for (const verdict of ['underfitting', 'dead-relu'] as const)
      expect(offered(verdict, crushed)).toMatchObject([
        { key: 'less-regularization', experiment: { regularization: { l2: 0.003 } } },
      ])
    const faint: ExperimentInput = { ...MOONS, regularization: { l2: 0.00001 } }
    expect(keys('underfitting', faint)[0]).toBe('wider-layers')
    const decay = (weightDecay: number) =>
      offered('underfitting', { ...MOONS, optimizer: { kind: 'adamw', weightDecay } })
    expect(decay(1)[0]).toMatchObject({
      key: 'less-regularization',
      experiment: { optimizer: { weightDecay: 0.004 } },
    })
    expect(decay(0.004)[0]!.key).toBe('wider-layers')
  })

  it('against a rate that has faded: a constant one, and not more epochs of it', () => {
    const faded: ExperimentInput = {
      ...MOONS,
      optimizer: { schedule: 'exponential', decayRate: 0.1, decayEvery: 1 },
    }
    const found = offered('still-improving', faded)
    expect(found[0]).toMatchObject({
      key: 'higher-learning-rate',
      experiment: { optimizer: { schedule: 'constant' } },
    })
    expect(found.map(({ key }) => key)).not.toContain('more-epochs')
  })

  it('more epochs against underfitting only where the loss falls in every one', () => {
    const falling = { 'rising-epochs': 0, progress: 0.01 }
    expect(keys('underfitting', MOONS, falling)).toContain('more-epochs')
    expect(keys('underfitting', MOONS, { ...falling, progress: 0 })).not.toContain('more-epochs')
    expect(keys('underfitting', MOONS, { ...falling, 'rising-epochs': 0.4 })).not.toContain('more-epochs')
  })

  it('no small factor to a rate whose steps are a thousandth of the usual ones', () => {
    const rate = (ratio: number) =>
      offered('learning-rate-too-small', { ...MOONS, optimizer: { learningRate: 1e-5 } }, [], false, {
        'update-ratio-late': ratio,
      })[0]?.experiment.optimizer.learningRate
    expect(rate(1e-6)).toBe(0.01)
    expect(rate(1e-5)).toBe(0.001)
    expect(rate(5e-4)).toBe(0.00003)
  })

  it('nothing where there is nothing to learn', () => {
    expect(keys('too-early', MOONS, { epochs: 100 })).toEqual([])
  })

  it('saturated units first get inputs of one size, where theirs are not', () => {
    const unscaled: ExperimentInput = { data: { set: 'gauss', standardize: false }, earlyStopping: null }
    expect(keys('underfitting', unscaled, { 'saturated-units': 0.8 })[0]).toBe('standardized-inputs')
    expect(keys('underfitting', unscaled, { 'saturated-units': 0 })[0]).toBe('wider-layers')
    const pixels: ExperimentInput = { data: { set: 'digits', standardize: false } }
    expect(keys('diverging', pixels)).not.toContain('standardized-inputs')
  })

  it('no smaller rate to units that were dead before the first step', () => {
    const network: ExperimentInput = { ...MOONS, model: { activation: 'relu' } }
    expect(keys('dead-relu', network, { 'dead-units-at-start': 0 })[0]).toBe('lower-learning-rate')
    expect(keys('dead-relu', network, { 'dead-units-at-start': 0.6 })).toEqual([
      'start-weights',
      'leaky-relu',
    ])
  })

  it('a validation part that is too small gets samples, those of training where no others are left', () => {
    const validation = (data: ExperimentInput['data']) =>
      offered('noisy-validation', { data }).map(({ key, experiment }) => [
        key,
        experiment.data.train,
        experiment.data.validation,
      ])
    expect(validation({ set: 'moons', ...sizes })).toEqual([['more-validation', 80, 240]])
    expect(validation({ set: 'wine', train: 90, validation: 11, test: 20 })).toEqual([
      ['more-validation', 90, 44],
    ])
    expect(validation({ set: 'wine', train: 140, validation: 18, test: 18 })).toEqual([
      ['more-validation', 70, 54],
    ])
    expect(validation({ set: 'wine', train: 70, validation: 54, test: 54 })).toEqual([])
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
