import { expect, it } from 'vitest'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { constantLevel } from '../../domain/run/reference-losses.ts'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { en } from '../../text/en/index.ts'
import { heatBounds, sweepLevels } from './sweep-levels.ts'

const base = expectExperiment({ data: { set: 'moons', labelNoise: 0.1, labelNoiseIn: 'all' } })
const sweep = (setting: Sweep['axes'][0]['setting'], ...values: string[]): Sweep => ({
  version: 1,
  base,
  axes: [{ setting, values }],
  seeds: 3,
  varies: 'all',
  test: false,
})
const names = (...[metric, of]: [Parameters<typeof sweepLevels>[0], Sweep]) =>
  sweepLevels(metric, of, constantLevel, en).map(({ label }) => label)

it('a level is drawn where it is the same for all values of the sweep', () => {
  const both = ['noise floor 0.325', expect.stringMatching(/^always the same answer 0\.69/)]
  expect(names('validation-best', sweep('lr', '0.1', '0.01'))).toEqual(both)
  // Noise moves points and flips no label.
  expect(names('validation-best', sweep('noise', '0.1', '0.2'))).toEqual(both)
  expect(names('validation-best', sweep('label-noise', '0.1', '0.4'))).toEqual([both[1]])
  expect(names('validation-best', sweep('loss', 'cross-entropy', 'mse'))).toEqual([])
})

it('what moved points make the lowest possible loss is drawn as an estimate, where it is the same for all values', () => {
  const moved = { ...base, data: { ...base.data, labelNoise: 0, noise: 0.2 } }
  const of = (setting: Sweep['axes'][0]['setting'], ...values: string[]) =>
    names('validation-best', { ...sweep(setting, ...values), base: moved })
  expect(of('lr', '0.1', '0.01')[0]).toMatch(/^lowest possible ≈ 0\.0\d+$/)
  expect(of('noise', '0.1', '0.2')).toHaveLength(1)
})

it('the levels belong to the metric’s part and measure', () => {
  const rates = sweep('lr', '0.1', '0.01')
  expect(names('quality-best', rates)).toEqual([
    expect.stringMatching(/^always the same answer [45]\d\.\d%$/),
  ])
  expect(names('gap-last', rates)).toEqual([])
  // The noise floor holds only for parts that the network was not trained on.
  expect(names('train-last', rates)).toHaveLength(1)
})

it('a heat map’s colours end some way above the loss of one answer, the highest of all cells, and below R² of a constant', () => {
  const bounds = (...[metric, of]: [Parameters<typeof heatBounds>[0], Sweep]) =>
    heatBounds(metric, of, constantLevel)
  const both = bounds('validation-best', sweep('loss', 'cross-entropy', 'mse'))
  expect(both[0]).toBe(Number.NEGATIVE_INFINITY)
  expect(both[1]).toBeCloseTo(6.93, 1)
  expect(bounds('quality-last', sweep('lr', '0.1'))).toEqual([-1, Number.POSITIVE_INFINITY])
  expect(bounds('best-epoch', sweep('lr', '0.1'))).toEqual([
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ])
})
