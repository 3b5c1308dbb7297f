import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../experiment/experiment.ts'
import { keys, MOONS, offered } from './offered.testing.ts'

const linear: ExperimentInput = { ...MOONS, model: { layers: [] } }

describe('a network without a bend', () => {
  const flat: ExperimentInput['model'] = { activation: 'linear', layers: [{ units: 8 }, { units: 8 }] }

  it('is offered one, and no further layers or units, which would add nothing', () => {
    const found = offered('underfitting', { ...MOONS, model: flat })
    expect(found[0]).toMatchObject({
      key: 'nonlinear-activation',
      experiment: { model: { activation: 'relu', layers: [{ units: 8 }, { units: 8 }] } },
    })
    for (const { key } of found) expect(['wider-layers', 'another-layer', 'relu']).not.toContain(key)
  })

  it('is not one of which a single layer has a bend', () => {
    const layers: NonNullable<ExperimentInput['model']>['layers'] = [
      { units: 8, activation: 'tanh' },
      { units: 8 },
    ]
    expect(keys('underfitting', { ...MOONS, model: { ...flat, layers } })).toContain('wider-layers')
  })
})

describe('what cannot help is not offered', () => {
  it('no activation or start weights to a network without hidden layers', () => {
    for (const key of keys('underfitting', linear)) expect(key).not.toBe('relu')
    for (const key of keys('diverging', linear)) expect(key).not.toBe('start-weights')
  })

  it('no ReLU in the place of what has a slope of 1 already', () => {
    for (const activation of ['relu', 'leaky-relu', 'elu', 'gelu'] as const)
      expect(keys('underfitting', { ...MOONS, model: { activation } })).not.toContain('relu')
    for (const activation of ['sigmoid', 'tanh'] as const)
      expect(keys('underfitting', { ...MOONS, model: { activation } })).toContain('relu')
  })

  it('no other start weights than those that suit the activation already', () => {
    const offers = (activation: 'relu' | 'tanh', initializer: 'he-uniform' | 'he-normal' | 'glorot-normal') =>
      keys('diverging', { ...MOONS, model: { activation, initializer } }).includes('start-weights')
    expect([
      offers('relu', 'he-uniform'),
      offers('relu', 'he-normal'),
      offers('tanh', 'glorot-normal'),
    ]).toEqual([false, false, false])
    expect([offers('relu', 'glorot-normal'), offers('tanh', 'he-normal')]).toEqual([true, true])
  })
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
