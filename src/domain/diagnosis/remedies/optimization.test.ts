import { expect, it } from 'vitest'
import type { ExperimentInput } from '../../experiment/experiment.ts'
import { keys, MOONS, offered } from './offered.testing.ts'

const rateOf = (...of: Parameters<typeof offered>) =>
  offered(...of).find(({ key }) => key.endsWith('learning-rate'))?.experiment.optimizer.learningRate

it('underfitting is answered with a higher rate where steps shrink with the gradient, and only there', () => {
  for (const kind of ['sgd', 'momentum', 'nesterov'] as const)
    expect(keys('underfitting', { ...MOONS, optimizer: { kind } })).toContain('higher-learning-rate')
  for (const kind of ['adam', 'rmsprop', 'adagrad'] as const)
    expect(keys('underfitting', { ...MOONS, optimizer: { kind } })).not.toContain('higher-learning-rate')
})

it('no small factor to a rate whose steps are a thousandth of the usual ones', () => {
  const rate = (ratio: number) =>
    rateOf(
      'learning-rate-too-small',
      { ...MOONS, optimizer: { learningRate: 1e-5 } },
      { measured: { 'update-ratio-late': ratio } },
    )
  expect(rate(1e-6)).toBe(0.01)
  expect(rate(1e-5)).toBe(0.001)
  expect(rate(5e-4)).toBe(0.00003)
})

it('a rate of 0 becomes a usual one: no factor makes a step of it', () => {
  const rate = (kind: 'sgd' | 'adam') =>
    rateOf('learning-rate-too-small', { ...MOONS, optimizer: { kind, learningRate: 0 } })
  expect(rate('sgd')).toBe(0.1)
  expect(rate('adam')).toBe(0.003)
})

it('a rate that jumps is divided by three, one that has killed a layer or broken off the run by ten', () => {
  const at: ExperimentInput = { ...MOONS, model: { activation: 'relu' }, optimizer: { learningRate: 1 } }
  expect(rateOf('learning-rate-too-large', at)).toBe(0.3)
  expect(rateOf('dead-relu', at, { measured: { 'dead-units-at-start': 0 } })).toBe(0.1)
  expect(rateOf('diverging', at)).toBe(0.1)
})

it('a limit of the gradient is raised to the next power of ten above its usual size, then taken away', () => {
  const clipped: ExperimentInput = { ...MOONS, optimizer: { kind: 'sgd', clipNorm: 1e-4 } }
  const limits = (over: number, input = clipped) =>
    offered('learning-rate-too-small', input, { measured: { 'gradient-over-clip': over } })
      .find(({ key }) => key === 'looser-clipping')
      ?.values.map(({ optimizer }) => optimizer.clipNorm)
  expect(limits(4000)).toEqual([1, null])
  expect(limits(4e5)).toEqual([100, null])
  expect(limits(5)).toBeUndefined()
})
