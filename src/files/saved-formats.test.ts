/** What files and the browser's database hold of an epoch, to the letter: people have them, so they do not change. */
import { expect, it } from 'vitest'
import { defaultExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow, RunRecord } from '../domain/run/run.ts'
import { History } from '../store/history.ts'
import { curvesFile } from './curves-file.ts'
import { runsFile } from './record.ts'

const row = (epoch: number, quality: 'accuracy' | 'r2', value: number): EpochRow => ({
  epoch,
  train: { loss: 0.5 / epoch, [quality]: value },
  validation: { loss: 0.75 / epoch, [quality]: 0.5 },
  penalty: 0.125,
  learningRate: 0.003,
  gradients: [1e-7, 2],
  seconds: 0.25,
})
const classes = [row(1, 'accuracy', 0.625), row(2, 'accuracy', 0.75)]
const numbers = [row(1, 'r2', Number.NaN)]

const record = (epochs: readonly EpochRow[]): RunRecord => ({
  version: 1,
  id: 'run-1',
  experiment: defaultExperiment(),
  engine: null,
  epochs,
  outcome: null,
  test: null,
  weights: [],
})

it.each([
  [
    'classes',
    classes,
    '{"epoch":1,"train":{"loss":0.5,"accuracy":0.625},"validation":{"loss":0.75,"accuracy":0.5},"penalty":0.125,"learningRate":0.003,"gradients":[1e-7,2],"seconds":0.25},' +
      '{"epoch":2,"train":{"loss":0.25,"accuracy":0.75},"validation":{"loss":0.375,"accuracy":0.5},"penalty":0.125,"learningRate":0.003,"gradients":[1e-7,2],"seconds":0.25}',
  ],
  [
    'numbers',
    numbers,
    '{"epoch":1,"train":{"loss":0.5,"r2":null},"validation":{"loss":0.75,"r2":0.5},"penalty":0.125,"learningRate":0.003,"gradients":[1e-7,2],"seconds":0.25}',
  ],
])('JSON of %s', (_, rows, json) => {
  const history = new History()
  history.add(rows)
  expect(runsFile([record(history.rows())])).toContain(`"epochs":[${json}],"outcome"`)
})

const table = (rows: readonly EpochRow[]) => curvesFile(record(rows)).replace(/^#.*\r\n/gm, '')

it('CSV of classes, of numbers, of no epochs', () => {
  expect(table(classes)).toBe(
    'epoch,train_loss,validation_loss,train_accuracy,validation_accuracy,penalty,learning_rate,seconds,gradient_1,gradient_2\r\n' +
      '1,0.5,0.75,0.625,0.5,0.125,0.003,0.25,1e-7,2\r\n' +
      '2,0.25,0.375,0.75,0.5,0.125,0.003,0.25,1e-7,2\r\n',
  )
  expect(table(numbers)).toBe(
    'epoch,train_loss,validation_loss,train_r2,validation_r2,penalty,learning_rate,seconds,gradient_1,gradient_2\r\n' +
      '1,0.5,0.75,,0.5,0.125,0.003,0.25,1e-7,2\r\n',
  )
  expect(table([])).toBe('epoch,train_loss,validation_loss,penalty,learning_rate,seconds\r\n')
})

it('comments before the table', () => {
  const keys = curvesFile({ ...record(classes), name: 'a', preset: 'moons' as never }).match(/^# [^:]+/gm)
  expect(keys).toEqual([
    '# fitting-room-run',
    '# id',
    '# name',
    '# engine',
    '# outcome',
    '# test',
    '# experiment',
    '# epochs',
  ])
})

it('blocks of the database', () => {
  const history = new History()
  history.add(classes)
  expect(history.takeChanges(true)).toEqual({
    length: 2,
    width: 9,
    quality: 'accuracy',
    firstBlock: 0,
    blocks: [
      Float64Array.of(
        ...[0.5, 0.625, 0.75, 0.5, 0.125, 0.003, 0.25, 1e-7, 2],
        ...[0.25, 0.75, 0.375, 0.5, 0.125, 0.003, 0.25, 1e-7, 2],
      ),
    ],
  })
  const blocks = [Float64Array.of(1, Number.NaN, 2, 3, 4, 5, 6, 7)]
  expect(History.unpacked({ length: 1, width: 8, quality: 'r2', blocks }).rows()).toEqual([
    {
      epoch: 1,
      train: { loss: 1, r2: Number.NaN },
      validation: { loss: 2, r2: 3 },
      penalty: 4,
      learningRate: 5,
      gradients: [7],
      seconds: 6,
    },
  ])
})
