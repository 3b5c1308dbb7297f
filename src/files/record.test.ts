import { describe, expect, it } from 'vitest'
import { presetScene } from '../domain/link/scene.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow } from '../domain/run/run.ts'
import { weightsToJson } from '../domain/run/run.ts'
import { type ReadRecord, readRecords } from '../domain/run/run-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import type { Kept } from '../store/stored-run.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { recordOf, runsFile, runsOf } from './record.ts'

const experiment = expectExperiment({ data: { set: 'moons' }, model: { layers: [{ units: 3 }] } })
const row = (epoch: number): EpochRow => ({
  epoch,
  train: { loss: 0.1 / epoch, accuracy: 0.9 },
  validation: { loss: Math.abs(epoch - 2) + 1 / 3, accuracy: 0.8 },
  penalty: 0,
  learningRate: 1e-3,
  gradients: [0.1, 0.2],
  seconds: 0.01,
})
const record: ReadRecord = {
  version: 1,
  id: 'run-1',
  name: '<b>=mine</b>',
  experiment,
  engine: { name: 'wasm', device: 'WebAssembly' },
  epochs: [row(1), row(2), row(3)],
  start: {
    train: { loss: 1, accuracy: 0.5 },
    validation: { loss: 2, accuracy: 0.4 },
    gradients: [0.3, 0.4],
    inactive: [0.5],
  },
  outcome: { kind: 'early-stopped', epoch: 3, best: 2, restored: 2 },
  test: { loss: 0.5, accuracy: 0.7 },
  weights: weightsToJson(initialWeights(experiment)),
}

it('a run that was saved and opened again is the same run', () => {
  const read = readRecords(runsFile([record]), NO_TABLES)
  expect(read).toEqual({ ok: true, records: [record] })
  const [{ view, rows }] = runsOf([record]) as [Kept]
  expect(view).toMatchObject({ imported: true, best: { epoch: 2 }, test: { kind: 'opened' } })
  expect(recordOf(view, rows)).toEqual(record)
  // Only one set of weights was saved, so the page must not offer it under two names.
  expect(view.weights?.best).toBeNull()
})

it('a run that nobody named is named in the language of the page that opens it', () => {
  const { experiment } = presetScene('overfitting')
  const { name: _, ...unnamed } = record
  const json = runsFile([
    {
      ...{ ...unnamed, preset: 'overfitting', weights: [] },
      experiment: { ...experiment, optimizer: { ...experiment.optimizer, learningRate: 0.5 } },
    },
  ])
  const read = readRecords(json, NO_TABLES)
  if (!read.ok) throw new Error(read.why)
  const [{ view }] = runsOf(read.records) as [Kept]
  expect(runName(view, messages('en'))).toBe('+ learning rate 0.5')
  expect(runName(view, messages('zh-CN'))).toBe('+ 学习率 0.5')
  expect(readRecords(json.replace('"overfitting"', '"of-tomorrow"'), NO_TABLES).ok).toBe(true)
})

it('runs that nobody named, and that started from no preset, are named by what sets them apart', () => {
  const { name: _, ...unnamed } = record
  const of = (changed: object, id: string) => ({
    ...{ ...unnamed, id, weights: [] },
    experiment: { ...experiment, ...changed },
  })
  const regularization = { ...experiment.regularization, dropout: 0.15 }
  const data = { ...experiment.data, set: 'circle' as const }
  const runs = runsOf([of({}, 'a'), of({ regularization }, 'b'), of({ data }, 'c')])
  const names = runs.map(({ view }) => runName(view, messages('en')))
  expect(names).toEqual(['Two moons', '+ dropout 0.15', messages('en').sets.circle])
})

describe('what is no file of runs changes nothing and is named', () => {
  const changed = (change: object) => JSON.stringify({ ...record, ...change })
  it.each([
    ['truncated', runsFile([record]).slice(0, -20), 'unreadable'],
    ['of a later version', JSON.stringify({ version: 2, runs: [record] }), 'newer'],
    ['with a run of a later version', changed({ version: 2 }), 'newer'],
    ['ten megabytes of brackets', '['.repeat(5_000_000) + ']'.repeat(5_000_000), 'unreadable'],
    ['an epoch left out', changed({ epochs: [row(1), row(3)] }), 'not-runs'],
    ['a best epoch that is not there', changed({ outcome: { ...record.outcome, best: 9 } }), 'not-runs'],
    ['weights of another network', changed({ weights: record.weights.slice(1) }), 'not-runs'],
    ['an experiment that is none', changed({ experiment: { model: 3 } }), 'not-runs'],
    ['no object', '7', 'not-runs'],
    ['too many runs', JSON.stringify({ version: 1, runs: Array(201).fill({}) }), 'too-large'],
  ])('%s', (_, json, why) => {
    const read = readRecords(json, NO_TABLES)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.why).toBe(why)
  })

  it('a prototype that a file brings is not taken over', () => {
    const json = JSON.stringify(record).replace('{', '{"__proto__":{"polluted":1},')
    const read = readRecords(json, NO_TABLES)
    expect(read).toEqual({ ok: true, records: [record] })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
