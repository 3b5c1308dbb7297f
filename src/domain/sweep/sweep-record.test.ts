import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../parsing/parse.ts'
import { NO_TABLES } from '../table/library.ts'
import type { Sweep } from './sweep.ts'
import { looksLikeSweep, readSweep, sweepToJson } from './sweep-record.ts'
import { type SweepRun, sweepRun } from './sweep-run.ts'

const rows = {
  inputs: Array.from({ length: 9 }, (_, i) => [i, i * i]),
  targets: Array.from({ length: 9 }, (_, i) => i),
}
const sweep: Sweep = {
  version: 1,
  base: expectExperiment({ data: { set: 'rows', rows, train: 5, validation: 2, test: 2 } }),
  axes: [
    { setting: 'dropout', values: ['0', '0.5'] },
    { setting: 'width', values: ['2', '4'] },
  ],
  seeds: 2,
  varies: 'training',
  test: true,
}
const row = (epoch: number) => ({
  epoch,
  train: { loss: 1 / 3 / epoch, r2: 0.1 },
  validation: { loss: epoch, r2: Number.NaN },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})
const completed = { kind: 'completed', epoch: 3, best: 1, restored: null } as const
const failed = { kind: 'failed', epoch: 0, reason: 'memory', message: 'much' } as const
const runs: readonly SweepRun[] = [
  sweepRun(0, 1, [row(1), row(2), row(3)], completed, { loss: 0.1, r2: 0.2 }),
  sweepRun(3, 2, [row(1)], { ...completed, kind: 'diverged' }, null),
  sweepRun(1, 2, [], failed, null),
]
const written = () => JSON.parse(JSON.stringify(sweepToJson({ sweep, metric: 'gap-last', runs })))

it('a sweep that was saved and opened again is the same sweep, its table too', () => {
  expect(readSweep(written(), NO_TABLES)).toEqual({ ok: true, sweep, metric: 'gap-last', runs })
  expect(JSON.stringify(written())).toContain('"inputs":[[0,0],[1,1],')
})

it('a definition alone, as earlier versions saved it, is a sweep without runs', () => {
  const { sweep: definition } = written()
  expect(looksLikeSweep(definition)).toBe(true)
  expect(readSweep(definition, NO_TABLES)).toEqual({ ok: true, sweep, metric: 'validation-last', runs: [] })
})

describe('what is no sweep is named', () => {
  const run = written().runs[0]
  it.each([
    ['of a later version', { version: 2 }, 'newer'],
    ['with a definition of a later version', { sweep: { ...written().sweep, version: 2 } }, 'newer'],
    ['without axes', { sweep: { ...written().sweep, axes: [] } }, 'sweep-damaged'],
    ['of an experiment that is none', { sweep: { ...written().sweep, base: 7 } }, 'sweep-damaged'],
    ['with runs that are no list', { runs: { length: 1 } }, 'sweep-damaged'],
    ['with a run of no value', { runs: [{ ...run, cell: 4 }] }, 'sweep-damaged'],
    ['with a run of no seed', { runs: [{ ...run, seed: 3 }] }, 'sweep-damaged'],
    ['with a run twice', { runs: [run, run] }, 'sweep-damaged'],
    [
      'with a word for a loss',
      { runs: [{ ...run, last: { ...run.last, train: { loss: 'x' } } }] },
      'sweep-damaged',
    ],
    [
      'with an outcome of another world',
      { runs: [{ ...run, outcome: { kind: '__proto__' } }] },
      'sweep-damaged',
    ],
  ])('%s', (_, change, why) => {
    expect(readSweep({ ...written(), ...change }, NO_TABLES)).toEqual({ ok: false, why })
  })

  it('a metric that this version does not have is the usual one', () => {
    expect(readSweep({ ...written(), metric: 'beauty' }, NO_TABLES)).toMatchObject({
      ok: true,
      metric: 'validation-last',
    })
  })
})
