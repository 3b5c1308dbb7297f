import { describe, expect, it } from 'vitest'
import { defaultExperiment, expectExperiment } from '../parsing/parse.ts'
import { NO_TABLES } from '../table/library.ts'
import { cellExperiment, cellsOf, parseSweep, rangeValues, readAxis, type Sweep, seeded } from './sweep.ts'
import { axesToJson } from './sweep-record.ts'
import { bandOf, bestCell, measure, type SweepRun, summarize } from './sweep-run.ts'

const base = defaultExperiment()
const sweep: Sweep = {
  version: 1,
  base,
  axes: [
    { setting: 'width', values: ['4', '16'] },
    { setting: 'depth', values: ['0', '2', '5'] },
  ],
  seeds: 3,
  varies: 'all',
  test: false,
}

const units = (index: number) => {
  const parsed = cellExperiment(sweep, cellsOf(sweep)[index]!)
  return parsed.ok ? parsed.experiment.model.layers.map((layer) => layer.units) : parsed.problems
}

describe('cells', () => {
  it('every pair of values, the second axis fastest', () => {
    expect(cellsOf(sweep).map(({ values }) => values.join())).toEqual([
      '4,0',
      '4,2',
      '4,5',
      '16,0',
      '16,2',
      '16,5',
    ])
  })

  it('width and depth are capacity: so many layers of so many units', () => {
    expect(units(1)).toEqual([4, 4])
    expect(units(5)).toEqual([16, 16, 16, 16, 16])
    // Without layers there is no depth to widen: one layer is what width means then.
    expect(units(0)).toEqual([4])
  })

  it('a value the schema refuses is a problem of its cell', () => {
    const bad = { ...sweep, axes: [{ setting: 'dropout', values: ['0.5', '1'] }] } as const
    expect(cellExperiment(bad, cellsOf(bad)[0]!).ok).toBe(true)
    expect(cellExperiment(bad, cellsOf(bad)[1]!)).toMatchObject({
      ok: false,
      problems: [{ path: 'regularization.dropout', kind: 'too-large' }],
    })
  })

  it('a seed decides data, weights and order, or leaves the data as they are', () => {
    expect(seeded(base, 7, 'all').seed).toEqual({ data: 7, weights: 7, training: 7 })
    expect(seeded(base, 7, 'training').seed).toEqual({ data: 1, weights: 7, training: 7 })
  })
})

describe('values', () => {
  it('are written as links write them, in order, without twins', () => {
    expect(readAxis(base, 'l2', '0.10, 1e-3，0 0.1').values).toEqual(['0', '0.001', '0.1'])
    expect(readAxis(base, 'layers', '8,8 / 16').values).toEqual(['8,8', '16'])
    expect(readAxis(base, 'optimizer', 'sgd/adam').values).toEqual(['sgd', 'adam'])
  })

  it('that are no numbers are named, and the rest stands', () => {
    expect(readAxis(base, 'lr', '0.1, much')).toEqual({
      values: ['0.1'],
      problems: [{ path: 'lr', kind: 'unreadable' }],
      unread: ['much'],
      unclear: [],
    })
  })

  it('of a range go in equal steps or equal ratios', () => {
    expect(rangeValues(0, 0.4, 5, 'linear', false)).toEqual(['0', '0.1', '0.2', '0.3', '0.4'])
    expect(rangeValues(1, 256, 9, 'log', true)).toEqual('1,2,4,8,16,32,64,128,256'.split(','))
    expect(rangeValues(1, 3, 5, 'linear', true)).toEqual(['1', '2', '3'])
  })
})

it('a sweep survives JSON; what is none is null', () => {
  const saved = { ...sweep, axes: axesToJson(sweep) }
  expect(parseSweep(JSON.parse(JSON.stringify(saved)), NO_TABLES)).toEqual(sweep)
  for (const bad of [
    null,
    3,
    {},
    { ...saved, seeds: 0 },
    { ...saved, axes: [{ knob: 'seed-data', values: [] }] },
  ])
    expect(parseSweep(bad, NO_TABLES)).toBeNull()
  expect(parseSweep({ ...saved, base: { ...base, optimizer: { kind: 'none' } } }, NO_TABLES)).toBeNull()
  expect(expectExperiment(base)).toEqual(base)
})

describe('what the seeds say together', () => {
  const run = (
    cell: number,
    seed: number,
    loss: number,
    kind: 'completed' | 'diverged' = 'completed',
  ): SweepRun => {
    const at = { epoch: 1, train: { loss: loss / 2 }, validation: { loss } }
    return { cell, seed, outcome: { kind, epoch: 1 }, best: at, last: at, test: null, curve: [], seconds: 0 }
  }

  it('median, lowest and highest', () => {
    expect(bandOf([3, 1, 2, Number.NaN])).toEqual({ median: 2, low: 1, high: 3 })
    expect(bandOf([1, 2, 3, 4])).toEqual({ median: 2.5, low: 1, high: 4 })
    expect(bandOf([])).toBeNull()
  })

  it('a diverged run is counted and is the worst, so that half of them cannot make a best cell', () => {
    const runs = [run(0, 1, 0.1), run(0, 2, 0.1, 'diverged'), run(0, 3, 0.1, 'diverged'), run(1, 1, 0.5)]
    const cells = summarize(2, runs, 'validation-last')
    expect(cells[0]).toMatchObject({ diverged: 2, validation: { median: Infinity, low: 0.1, high: 0.1 } })
    expect(bestCell(cells, 'validation-last')?.index).toBe(1)
    expect(measure(runs[1]!, 'quality-last')).toBe(-Infinity)
  })
})
