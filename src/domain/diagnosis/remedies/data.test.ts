import { expect, it } from 'vitest'
import type { ExperimentInput } from '../../experiment/experiment.ts'
import { expectExperiment } from '../../parsing/parse.ts'
import { isUnscaled } from './data.ts'
import { keys, offered } from './offered.testing.ts'

it('a validation part that is too small gets samples, those of training where no others are left', () => {
  const sizes = { train: 80, validation: 60, test: 20 }
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

it('no more samples than there are', () => {
  expect(keys('overfitting', { data: { set: 'digits', train: 8000 } })).not.toContain('more-data')
})

it('pixels are of one size as they are', () => {
  const pixels: ExperimentInput = { data: { set: 'digits', standardize: false } }
  expect(keys('diverging', pixels)).not.toContain('standardized-inputs')
})

it('a table is unscaled where it is given as it is and has large columns, as all in files have', () => {
  const of = (data: object) => isUnscaled(expectExperiment({ data: { ...data, standardize: false } }))
  const table = (size: number) => ({
    set: 'rows' as const,
    rows: {
      inputs: Array.from({ length: 30 }, (_, i) => [i % 3, (size * (i % 7)) / 6]),
      targets: Array.from({ length: 30 }, (_, i) => i % 5),
    },
  })
  expect([of({ set: 'wine' }), of(table(300)), of(table(-300))]).toEqual([true, true, true])
  expect([of(table(5)), of({ set: 'moons' }), of({ set: 'digits' })]).toEqual([false, false, false])
  expect(isUnscaled(expectExperiment({ data: { set: 'wine' } }))).toBe(false)
})
