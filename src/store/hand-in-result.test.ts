import { expect, it } from 'vitest'
import type { GivenAssignment } from '../domain/assignment/fixed.ts'
import { judgedRun } from '../domain/assignment/judge.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { Reproduction } from '../domain/run/reproduction.ts'
import type { EpochRow } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import type { HandInCheck } from './hand-in.ts'
import { reviewed } from './hand-in-result.ts'

const experiment = expectExperiment({ data: { set: 'moons', train: 40 }, earlyStopping: null })
const given: GivenAssignment = {
  title: '',
  conditions: [{ quantity: 'loss', bound: 'max', value: 0.3 }],
  scene: { preset: null, experiment, comparison: null },
  fixed: ['data', 'train', 'seed-data'],
  unread: [],
}
const rows = (loss: number): readonly EpochRow[] => [
  {
    epoch: 1,
    train: { loss },
    validation: { loss },
    penalty: 0,
    learningRate: 0.1,
    gradients: [],
    seconds: 1,
  },
]
const record = (loss: number, of = experiment): ReadRecord => ({
  version: 1,
  id: 'a',
  experiment: of,
  engine: { name: 'wasm', device: '' },
  epochs: rows(loss),
  outcome: null,
  test: null,
  weights: [],
})
const done = (found: Reproduction, loss = 0.2): HandInCheck => ({
  kind: 'done',
  found,
  again: judgedRun(experiment, rows(loss), 'good-fit'),
})
const exact = done({ kind: 'exact', epochs: 1 })
const result = (of: ReadRecord, check: HandInCheck, to = given) =>
  reviewed(to, { id: 1, record: of, check }).result

it('is accepted when it meets the goal and its numbers came again', () => {
  expect(result(record(0.2), exact)).toBe('accepted')
  expect(result(record(0.4), exact)).toBe('missed')
})

it('is open until it was trained again, unless it is refused anyway', () => {
  expect(result(record(0.2), { kind: 'waiting' })).toBe('open')
  expect(result(record(0.2), { kind: 'failed' })).toBe('open')
  expect(result(record(0.4), { kind: 'waiting' })).toBe('missed')
})

it('is refused when it changed what is fixed, and says what', () => {
  const more = expectExperiment({ ...experiment, data: { ...experiment.data, train: 400 } })
  const found = reviewed(given, { id: 1, record: record(0.2, more), check: exact })
  expect(found).toMatchObject({ result: 'changed', changed: [{ key: 'train', from: '40', to: '400' }] })
  const network = expectExperiment({ ...experiment, model: { layers: [{ units: 40 }] } })
  expect(result(record(0.2, network), exact)).toBe('accepted')
})

it('is not confirmed when its numbers are others, or nobody can train it again', () => {
  expect(result(record(0.2), done({ kind: 'differs', epoch: 1 }))).toBe('not-reproduced')
  expect(result(record(0.2), { kind: 'not-from-seed' })).toBe('not-reproduced')
})

it('of another engine it is accepted when the run that was trained here meets the goal too', () => {
  const rounded: Reproduction = { kind: 'rounded', largest: 0.01, epoch: 1 }
  expect(result(record(0.2), done(rounded))).toBe('accepted')
  const worse = reviewed(given, { id: 1, record: record(0.2), check: done(rounded, 0.31) })
  expect(worse).toMatchObject({ result: 'not-reproduced', isWorseHere: true })
})

it('a verdict is that on the run that was trained here', () => {
  const asked: GivenAssignment = { ...given, conditions: [{ quantity: 'verdict', value: 'good-fit' }] }
  expect(result(record(0.2), { kind: 'waiting' }, asked)).toBe('open')
  expect(result(record(0.2), exact, asked)).toBe('accepted')
})
