import { expect, it } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow } from '../run/run.ts'
import type { Assignment, Condition } from './assignment.ts'
import { forbiddenChanges } from './fixed.ts'
import { judge, judgedRun, meetsAll } from './judge.ts'

const row = (epoch: number, validation: number, accuracy: number): EpochRow => ({
  epoch,
  train: { loss: 0.2, accuracy: 0.99 },
  validation: { loss: validation, accuracy },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 1,
})
const rows = [row(1, 0.5, 0.8), row(2, 0.3, 0.94), row(3, 0.6, 0.91)]

const restores = expectExperiment({
  data: { set: 'moons', train: 40 },
  model: { layers: [{ units: 8 }] },
  earlyStopping: { patience: 20 },
})
const stays = expectExperiment({ ...restores, earlyStopping: null })
const regression = expectExperiment({ data: { set: 'plane' }, loss: 'mse', earlyStopping: null })

const min = (quantity: Exclude<Condition['quantity'], 'verdict'>, value: number): Condition => ({
  quantity,
  bound: 'min',
  value,
})
const max = (quantity: Exclude<Condition['quantity'], 'verdict'>, value: number): Condition => ({
  quantity,
  bound: 'max',
  value,
})
const given = (...conditions: Condition[]): Assignment => ({ conditions, title: '' })
const standings = (assignment: Assignment, ...run: Parameters<typeof judgedRun>) =>
  judge(assignment, judgedRun(...run)).map(({ standing, value }) => [standing, value])

it('judges the weights that the run is left with: of the best epoch, or of the last', () => {
  const goal = given(min('accuracy', 0.93), max('loss', 0.3), max('gap', 1.5), max('epochs', 3))
  expect(standings(goal, restores, rows, null)).toEqual([
    ['met', 0.94],
    ['met', 0.3],
    ['met', expect.closeTo(1.5, 12)],
    ['met', 3],
  ])
  expect(standings(goal, stays, rows, null)).toEqual([
    ['missed', 0.91],
    ['missed', 0.6],
    ['missed', expect.closeTo(3, 12)],
    ['met', 3],
  ])
})

it('a limit is met where it is reached exactly', () => {
  const goal = given(
    min('accuracy', 0.94),
    max('parameters', 33),
    min('train', 40),
    min('train-accuracy', 0.99),
  )
  expect(meetsAll(judge(goal, judgedRun(restores, rows, null)))).toBe(true)
  expect(standings(given(max('parameters', 32)), restores, rows, null)).toEqual([['missed', 33]])
})

it('before the first epoch only counts of the experiment are known', () => {
  const goal = given(min('accuracy', 0.5), max('parameters', 33), max('epochs', 9), {
    quantity: 'verdict',
    value: 'good-fit',
  })
  expect(standings(goal, restores, [], null)).toEqual([
    ['open', null],
    ['met', 33],
    ['open', null],
    ['open', null],
  ])
})

it('a number that these data never have is neither met nor missed, and the goal is not met', () => {
  const goal = given(min('accuracy', 0))
  expect(standings(goal, regression, rows, null)).toEqual([['not-here', null]])
  expect(meetsAll(judge(goal, judgedRun(regression, rows, null)))).toBe(false)
  expect(standings(given(min('r2', 0)), restores, rows, null)).toEqual([['not-here', null]])
})

it('a gap that is no number misses every limit', () => {
  const perfect = { ...rows[0]!, train: { loss: 0, accuracy: 1 } }
  expect(standings(given(min('gap', 1)), stays, [perfect], null)).toEqual([['missed', null]])
})

it('the verdict must be the one that is asked for', () => {
  const goal = given({ quantity: 'verdict', value: 'good-fit' })
  expect(standings(goal, stays, rows, 'good-fit')).toEqual([['met', 'good-fit']])
  expect(standings(goal, stays, rows, 'overfitting')).toEqual([['missed', 'overfitting']])
})

it('names the settings that were changed and are fixed, and no others', () => {
  const fixed = ['data', 'train', 'noise', 'seed-data', 'seed-weights'] as const
  const given = { scene: { preset: null, experiment: stays, comparison: null }, fixed }
  const allowed = expectExperiment({ ...stays, model: { layers: [{ units: 3 }] } })
  expect(forbiddenChanges(given, allowed)).toEqual([])
  const changed = expectExperiment({
    ...allowed,
    data: { ...stays.data, train: 80 },
    seed: { data: 1, weights: 9 },
  })
  expect(forbiddenChanges(given, changed)).toEqual([
    { key: 'train', from: '40', to: '80' },
    { key: 'seed-weights', from: '1', to: '9' },
  ])
})
