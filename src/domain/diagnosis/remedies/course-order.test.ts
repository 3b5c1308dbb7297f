import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../experiment/experiment.ts'
import { keys, MOONS, offered } from './offered.testing.ts'
import type { RemedyKey } from './proposals.ts'

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

  it('a gap without a rise of validation was not made by training for too long: no early stopping', () => {
    expect(keys('overfitting', MOONS, { 'validation-rise': 0.03 })[0]).toBe('early-stopping')
    expect(keys('overfitting', MOONS, { 'validation-rise': 0.01 })[0]).toBe('more-data')
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

  it('vanishing gradient: ReLU first, of dense layers as of convolutions, then what shortens the way', () => {
    const sigmoid = { activation: 'sigmoid', layers: new Array(5).fill({ units: 16 }) } as const
    expect(keys('vanishing-gradient', { ...MOONS, model: sigmoid })).toEqual([
      'relu',
      'fewer-layers',
      'residual',
    ])
    const convolutions: ExperimentInput = {
      data: { set: 'digits' },
      model: { kind: 'cnn', activation: 'sigmoid', blocks: [{ filters: 8, layers: 4 }] },
    }
    expect(keys('vanishing-gradient', convolutions)[0]).toBe('relu')
  })

  it('a good fit needs nothing', () => {
    expect(keys('good-fit', MOONS)).toEqual([])
  })

  it('nothing where there is nothing to learn', () => {
    expect(keys('too-early', MOONS, { epochs: 100 })).toEqual([])
  })
})

describe('a cause that is plain from the settings comes first', () => {
  it('little patience has ended the run: more of it, and not more epochs, which it would not reach', () => {
    const impatient: ExperimentInput = { ...MOONS, earlyStopping: { patience: 3 } }
    for (const verdict of ['underfitting', 'still-improving', 'too-early'] as const) {
      const [first, ...others] = offered(verdict, impatient, { endedByPatience: true })
      expect(first).toMatchObject({ key: 'more-patience', experiment: { earlyStopping: { patience: 20 } } })
      expect(others.map(({ key }) => key)).not.toContain('more-epochs')
      expect(keys(verdict, impatient)).not.toContain('more-patience')
    }
    const patient: ExperimentInput = { ...MOONS, earlyStopping: { patience: 20 } }
    const found = offered('underfitting', patient, { endedByPatience: true })
    expect(found.map(({ key }) => key)).not.toContain('more-patience')
  })

  it('a rate that has faded: a constant one, and not more epochs of it', () => {
    const faded: ExperimentInput = {
      ...MOONS,
      optimizer: { schedule: 'exponential', decayRate: 0.1, decayEvery: 1 },
    }
    for (const verdict of ['still-improving', 'underfitting', 'learning-rate-too-small'] as const) {
      const found = offered(verdict, faded)
      expect(found[0]).toMatchObject({
        key: 'higher-learning-rate',
        experiment: { optimizer: { schedule: 'constant' } },
      })
      expect(found.map(({ key }) => key)).not.toContain('more-epochs')
    }
  })

  it('a gradient that is clipped to next to nothing: a larger limit, before any larger rate', () => {
    const clipped: ExperimentInput = { ...MOONS, optimizer: { kind: 'sgd', clipNorm: 1e-4 } }
    for (const verdict of ['learning-rate-too-small', 'still-improving', 'underfitting'] as const)
      expect(keys(verdict, clipped, { 'gradient-over-clip': 4000 })[0]).toBe('looser-clipping')
    expect(keys('learning-rate-too-small', clipped, { 'gradient-over-clip': 4 })[0]).toBe(
      'higher-learning-rate',
    )
  })

  it('a crushing penalty or dropout: less of it, whatever it has done', () => {
    const crushed: readonly ExperimentInput[] = [
      { ...MOONS, regularization: { l2: 0.1 } },
      { ...MOONS, regularization: { dropout: 0.8 } },
      { ...MOONS, model: { layers: [{ units: 8, dropout: 0.9 }] } },
    ]
    for (const input of crushed) {
      for (const verdict of ['underfitting', 'dead-relu'] as const)
        expect(keys(verdict, input)).toEqual(['less-regularization'])
      expect(keys('still-improving', input)[0]).toBe('less-regularization')
    }
    expect(keys('underfitting', { ...MOONS, regularization: { l2: 0.00001 } })[0]).toBe('wider-layers')
    // Without hidden layers there is nothing that dropout could silence.
    const linear: ExperimentInput = { ...MOONS, model: { layers: [] }, regularization: { dropout: 0.9 } }
    expect(keys('underfitting', linear)).not.toContain('less-regularization')
  })

  it('a penalty whose own step throws weights beyond 0: less of it before a smaller rate', () => {
    const pulled = (l2: number): ExperimentInput => ({
      ...MOONS,
      regularization: { l2 },
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    })
    expect(keys('diverging', pulled(10))[0]).toBe('less-regularization')
    expect(keys('diverging', pulled(0.01))[0]).toBe('much-lower-learning-rate')
    const scaled: ExperimentInput = { ...pulled(10), optimizer: { kind: 'adam', learningRate: 0.1 } }
    expect(keys('diverging', scaled)[0]).toBe('much-lower-learning-rate')
  })

  it('inputs in units that make them large: one size for all, but for a run that breaks off, which first needs a smaller rate', () => {
    const sizes = { train: 60, validation: 30, test: 30 }
    const raw: ExperimentInput = {
      data: { set: 'penguins', standardize: false, ...sizes },
      earlyStopping: null,
    }
    for (const verdict of [
      'underfitting',
      'still-improving',
      'dead-relu',
      'learning-rate-too-large',
      'learning-rate-too-small',
    ] as const)
      expect(keys(verdict, raw)[0]).toBe('standardized-inputs')
    expect(keys('diverging', raw)).toContain('standardized-inputs')
    const scaled: ExperimentInput = { ...raw, data: { set: 'penguins', ...sizes } }
    expect(keys('dead-relu', scaled)).not.toContain('standardized-inputs')
    // The generated sets of the plane reach from −6 to 6.
    const plane: ExperimentInput = { data: { set: 'gauss', standardize: false } }
    expect(keys('learning-rate-too-large', plane)).not.toContain('standardized-inputs')
  })

  it('units that begin alike are made unlike, and not more of them', () => {
    const zeros: ExperimentInput = { ...MOONS, model: { initializer: 'zeros' } }
    expect(keys('underfitting', zeros)).toEqual(['start-weights'])
    expect(keys('vanishing-gradient', zeros)[0]).toBe('start-weights')
    expect(keys('underfitting', MOONS)).not.toContain('start-weights')
  })

  it('weights that begin too small for so many layers begin larger: no rate makes up for them', () => {
    const deep: ExperimentInput['model'] = {
      initializer: 'small-uniform',
      layers: new Array(4).fill({ units: 16 }),
    }
    const sgd = { kind: 'sgd' } as const
    expect(keys('learning-rate-too-small', { ...MOONS, model: deep, optimizer: sgd })).toEqual([
      'start-weights',
      'adam',
    ])
    for (const verdict of ['underfitting', 'vanishing-gradient', 'dead-relu'] as const)
      expect(keys(verdict, { ...MOONS, model: { ...deep, activation: 'relu' } })[0]).toBe('start-weights')
    const shallow: ExperimentInput = { ...MOONS, model: { ...deep, layers: [{ units: 16 }] } }
    expect(keys('learning-rate-too-small', shallow)[0]).toBe('higher-learning-rate')
  })

  it('saturated units get inputs of one size, where theirs are not', () => {
    const unscaled: ExperimentInput = { data: { set: 'gauss', standardize: false }, earlyStopping: null }
    expect(keys('underfitting', unscaled, { 'saturated-units': 0.8 })[0]).toBe('standardized-inputs')
    expect(keys('underfitting', unscaled, { 'saturated-units': 0 })[0]).toBe('wider-layers')
  })

  it('a network with far more weights than samples, under plain steps: larger steps or Adam, and no larger network', () => {
    const plain = (units: number): ExperimentInput => ({
      data: { set: 'spiral', train: 300 },
      model: { activation: 'relu', layers: [{ units }, { units }] },
      optimizer: { kind: 'sgd', learningRate: 0.01 },
      earlyStopping: null,
    })
    const ample = keys('underfitting', plain(64), { progress: 0, 'rising-epochs': 0.3 })
    expect(ample.slice(0, 2)).toEqual(['higher-learning-rate', 'adam'])
    expect(ample).not.toContain('wider-layers')
    expect(ample).not.toContain('another-layer')
    expect(keys('underfitting', plain(8))[0]).toBe('wider-layers')
  })

  it('layers of sigmoids get ReLUs, and no further layer, which would make it worse', () => {
    const sigmoid = (count: number): ExperimentInput => ({
      ...MOONS,
      model: { activation: 'sigmoid', layers: new Array(count).fill({ units: 16 }) },
    })
    expect(keys('underfitting', sigmoid(2))[0]).toBe('relu')
    expect(keys('underfitting', sigmoid(1))[0]).toBe('wider-layers')
    expect(keys('underfitting', sigmoid(1))).not.toContain('another-layer')
  })

  it('a simple recurrent network of some width that has learned nothing over many steps gets gates, others more units first', () => {
    const recurrent = (units: number, length: number): ExperimentInput => ({
      data: { set: 'adding', length },
      model: { kind: 'rnn', layers: [{ units }] },
    })
    const nothing = { 'train-left': 0.95 }
    expect(keys('underfitting', recurrent(8, 30), nothing)[0]).toBe('lstm')
    for (const other of [recurrent(2, 30), recurrent(8, 8)])
      expect(keys('underfitting', other, nothing).slice(0, 2)).toEqual(['wider-layers', 'lstm'])
    expect(keys('underfitting', recurrent(8, 30), { 'train-left': 0.2 })[0]).toBe('wider-layers')
  })

  it('a curve that falls in every epoch is worth going on with, and only that', () => {
    const falling = { 'rising-epochs': 0, progress: 0.005 }
    expect(keys('underfitting', MOONS, falling)[0]).toBe('more-epochs')
    expect(keys('underfitting', { ...MOONS, optimizer: { kind: 'sgd' } }, falling)[1]).toBe(
      'higher-learning-rate',
    )
    expect(keys('underfitting', MOONS, { ...falling, progress: 0 })).not.toContain('more-epochs')
    expect(keys('underfitting', MOONS, { ...falling, 'rising-epochs': 0.4 })).not.toContain('more-epochs')
  })
})

describe('dead units', () => {
  const network: ExperimentInput = { ...MOONS, model: { activation: 'relu' } }

  it('that a step has killed need a smaller one, and nothing that the same step would kill or throw away', () => {
    expect(keys('dead-relu', network, { 'dead-units-at-start': 0 })).toEqual(['lower-learning-rate'])
  })

  it('that were dead before the first step need other weights, or a slope on both sides', () => {
    expect(keys('dead-relu', network, { 'dead-units-at-start': 0.6 })).toEqual([
      'start-weights',
      'leaky-relu',
    ])
  })
})
