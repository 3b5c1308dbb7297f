/** What files and the browser's database hold of an epoch, to the letter: people have them, so they do not change. */
import { describe, expect, it } from 'vitest'
import { defaultExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow, RunRecord, Start } from '../domain/run/run.ts'
import { readRecords } from '../domain/run/run-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { History } from '../store/history.ts'
import { curvesFile } from './curves-file.ts'
import { recordOf, runsFile, runsOf } from './record.ts'

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

it('JSON of a run that had two engines, and what is read from it', () => {
  const wasm = { name: 'wasm', device: 'SIMD' } as const
  const webgl = { name: 'webgl', device: 'a GPU' } as const
  const run = runsOf([expectRecord(record(classes))])[0]!
  const moved = { ...run.view, engine: webgl, earlier: [{ engine: wasm, until: 1, quicker: 5 }] }
  const written = recordOf(moved, classes)
  expect(JSON.stringify(written)).toContain(
    '"engine":{"name":"webgl","device":"a GPU"},"engines":[{"name":"wasm","device":"SIMD","epochs":[1,1]},{"name":"webgl","device":"a GPU","epochs":[2,2]}],',
  )
  const read = runsOf([expectRecord(written)])[0]!.view
  expect(read).toMatchObject({ engine: webgl, earlier: [{ engine: wasm, until: 1 }] })
  expect(recordOf({ ...moved, earlier: [] }, classes)).not.toHaveProperty('engines')
})

function expectRecord(written: RunRecord) {
  const read = readRecords(runsFile([written]), NO_TABLES)
  if (!read.ok) throw new Error(read.why)
  return read.records[0]!
}

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

describe('what a run asked to be measured besides', () => {
  const rows = classes.map(
    (row): EpochRow => ({ ...row, validationError: 0.0625, updates: [0.5, Number.NaN], inactive: [1] }),
  )
  const packed = () => {
    const history = new History()
    history.add(rows)
    return structuredClone(history.takeChanges(true))
  }

  it('follows in JSON, in CSV and in the blocks', () => {
    expect(runsFile([record(rows)])).toContain(
      '"seconds":0.25,"validationError":0.0625,"updates":[0.5,null],"inactive":[1]},',
    )
    expect(table(rows)).toBe(
      'epoch,train_loss,validation_loss,train_accuracy,validation_accuracy,penalty,learning_rate,seconds,gradient_1,gradient_2,validation_error,update_1,update_2,inactive_1\r\n' +
        '1,0.5,0.75,0.625,0.5,0.125,0.003,0.25,1e-7,2,0.0625,0.5,,1\r\n' +
        '2,0.25,0.375,0.75,0.5,0.125,0.003,0.25,1e-7,2,0.0625,0.5,,1\r\n',
    )
    expect(packed()).toMatchObject({
      width: 13,
      optional: [
        { key: 'validationError', count: 1 },
        { key: 'updates', count: 2 },
        { key: 'inactive', count: 1 },
      ],
    })
    expect([...packed().blocks[0]!.slice(0, 13)]).toEqual(
      [0.5, 0.625, 0.75, 0.5, 0.125, 0.003, 0.25, 1e-7, 2].concat([0.0625, 0.5, Number.NaN, 1]),
    )
    expect(History.unpacked(packed()).rows()).toEqual(rows)
  })

  it('comes with the start, as JSON before the table', () => {
    const start: Start = { train: { loss: 1 }, validation: { loss: 2 }, gradients: [3], inactive: [0.5] }
    expect(curvesFile({ ...record(rows), start })).toContain(
      '# start: {"train":{"loss":1},"validation":{"loss":2},"gradients":[3],"inactive":[0.5]}\r\n',
    )
  })

  it('is read by what was kept beside the blocks: in another order, and with what this page does not know', () => {
    const { blocks, ...shape } = packed()
    const [updates, inactive] = [
      { key: 'updates', count: 2 },
      { key: 'inactive', count: 1 },
    ]
    const optional = [{ key: 'of a later version', count: 1 }, inactive, updates]
    const { validationError: _, ...first } = rows[0]!
    expect(History.unpacked({ ...shape, optional, blocks }).row(1)).toEqual({
      ...first,
      inactive: [0.5],
      updates: [Number.NaN, 1],
    })
  })

  it('is what the first epoch has: more is left out, less is no number', () => {
    const [first, second] = [new History(), new History()]
    first.add([rows[0]!, classes[1]!])
    second.add([classes[0]!, rows[1]!])
    const missing = { validationError: Number.NaN, updates: [Number.NaN, Number.NaN], inactive: [Number.NaN] }
    expect(first.rows()).toEqual([rows[0], { ...classes[1], ...missing }])
    expect(second.rows()).toEqual(classes)
  })

  it('is refused where not all epochs have it', () => {
    const opened = (epochs: readonly EpochRow[]) => readRecords(JSON.stringify(record(epochs)), NO_TABLES).ok
    expect(opened(rows)).toBe(true)
    expect(opened([rows[0]!, classes[1]!])).toBe(false)
    expect(opened([classes[0]!, rows[1]!])).toBe(false)
    expect(opened([rows[0]!, { ...rows[1]!, updates: [1] }])).toBe(false)
  })
})
