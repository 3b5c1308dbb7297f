import { expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { changes } from '../domain/settings/changes.ts'
import { NO_TABLES, TableLibrary } from '../domain/table/library.ts'
import { en } from './en/index.ts'
import {
  changesAfter,
  changesText,
  dataName,
  differenceText,
  ownValueText,
  runName,
  summary,
  valueText,
} from './run-name.ts'
import { zhCn } from './zh-cn/index.ts'

const on = (name: string | undefined, factor: number): Experiment => {
  const inputs = Array.from({ length: 6 }, (_, i) => [factor * i])
  const rows = { name, inputs, targets: inputs.map(([x]) => x) }
  return expectExperiment({ data: { set: 'rows', rows, train: 2, validation: 2, test: 2 } })
}
const [wine, beer, pasted] = [on('wine.csv', 1), on('beer.csv', 2), on(undefined, 3)]

it('a run on a table is called by the file of the table, which its experiment carries', () => {
  const run = { name: null, preset: null, changes: [], lineupValue: null, experiment: wine }
  expect(runName(run, en)).toBe('wine.csv')
  const { digest } = wine.data.rows!
  expect(runName({ ...run, lineupValue: { key: 'rows', to: digest } }, en)).toBe('wine.csv')
  expect(runName({ ...run, changes: changes(beer, wine) }, en)).toBe('+ wine.csv')
  expect(dataName(pasted, en)).toBe(`${en.setting.rows.name.toLowerCase()} (6 rows, 1 column)`)
})

it('other data are named, and not what they bring with them', () => {
  const moons = expectExperiment({ data: { set: 'moons', labelNoise: 0.15 } })
  expect(changesText(changes(moons, wine), wine, en)).toBe('+ wine.csv')
  const sine = expectExperiment({ data: { set: 'sine' } })
  expect(changesText(changes(moons, sine), sine, en)).toBe(`+ ${en.sets.sine}`)
  const chosen = expectExperiment({ data: { set: 'circle', labelNoise: 0.3 }, loss: 'mse' })
  expect(changesText(changes(moons, chosen), chosen, en)).toBe(
    `+ ${en.sets.circle} + label noise 0.3 + ${en.losses.mse}`,
  )
})

it('two tables are told apart by their names', () => {
  const differing = changes(wine, beer)
  expect(differenceText(differing, [wine, beer], en)).toContain('wine.csv → beer.csv')
  expect(changesText(differing, beer, en)).toBe('+ beer.csv')
  expect(ownValueText(beer, 'rows', en)).toBe('beer.csv')
})

it('a value alone is looked up in the tables that are handed in', () => {
  const tables = new TableLibrary()
  const { digest } = tables.keep(beer.data.rows!)
  expect(valueText('rows', digest, tables, en)).toBe('beer.csv')
  expect(valueText('rows', digest, NO_TABLES, en)).toBe(en.setting.rows.name.toLowerCase())
})

it('what is on or off is named so, and of many differences the first four and their number', () => {
  const before = expectExperiment({ data: { set: 'moons' } })
  const raw = expectExperiment({ data: { set: 'moons', standardize: false } })
  expect(differenceText(changes(before, raw), [before, raw], en)).toBe('only: standardize on → off')
  expect(changesText(changes(before, raw), raw, zhCn)).toBe(`+ ${zhCn.setting.standardize.name} 关`)
  const other = expectExperiment({
    data: { set: 'moons', train: 77, noise: 0.3 },
    model: { activation: 'relu' },
    regularization: { dropout: 0.2, l2: 0.1 },
    training: { batchSize: 7 },
  })
  expect(differenceText(changes(before, other), [before, other], en)).toMatch(
    /^6 settings differ: (.* → .*){4} and 2 more, so the cause cannot be told$/,
  )
})

it('after the name of a remedy only what it does not say', () => {
  const sgd = expectExperiment({ data: { set: 'moons' }, optimizer: { kind: 'sgd', learningRate: 0.003 } })
  const adam = expectExperiment({ data: { set: 'moons' }, optimizer: { kind: 'adam', learningRate: 0.003 } })
  const fast = expectExperiment({ data: { set: 'moons' }, optimizer: { kind: 'adam', learningRate: 0.01 } })
  expect(changesAfter('Adam', sgd, adam, en)).toBe('')
  expect(changesAfter('Adam', sgd, fast, en)).toBe('+ learning rate 0.01')
  expect(changesAfter('Another optimizer', sgd, adam, en)).toBe('Adam')
  expect(changesAfter('', sgd, fast, en)).toBe('Adam + learning rate 0.01')
})

it('settings are listed with the commas of their language', () => {
  const experiment = expectExperiment({ data: { set: 'moons' }, model: { layers: [{ units: 16 }] } })
  expect(summary(experiment, en)).toBe('16 tanh, Adam 0.003, batch size 10')
  expect(summary(experiment, zhCn)).toBe('16 tanh，Adam 0.003，批量大小 10')
})

it('a network without hidden layers is called so in the language of the page', () => {
  const [straight, wide] = [[], [{ units: 8 }]].map((layers) => expectExperiment({ model: { layers } }))
  expect(changesText(changes(wide!, straight!), straight!, zhCn)).toBe(`+ 层 ${zhCn.runs.none}`)
  expect(valueText('layers', 'none', NO_TABLES, en)).toBe(en.runs.none)
})
