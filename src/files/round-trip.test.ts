/** A run that is saved and opened again is the same run, as far as the format holds it, whatever the format. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experimentToJson } from '../domain/experiment/experiment-json.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { curvesFile } from './curves-file.ts'
import { openFile } from './open-file.ts'
import { runsFile } from './record.ts'
import { records } from './records.testing.ts'
import { runsFromText, runsToText, runsWithWeights } from './runs-link.ts'
import { weightsFile } from './weights-file.ts'

const opened = async (content: string | Blob) => openFile(new Blob([content]), NO_TABLES)
const runs = { numRuns: 60 }

describe('a run, saved and opened', () => {
  it('as JSON, alone or among others', () =>
    fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 3 }), async (several) => {
        const [first] = several as [ReadRecord]
        // JSON has no infinity: such a weight is NaN afterwards.
        expect(await opened(runsFile(several))).toEqual({ kind: 'runs', records: several.map(asNumbers) })
        expect(await opened(JSON.stringify(first))).toEqual({ kind: 'runs', records: [asNumbers(first)] })
      }),
      runs,
    ))

  it('as the CSV of its curves, without weights', () =>
    fc.assert(
      fc.asyncProperty(records, async (record) => {
        const read = await opened(curvesFile(record))
        expect(read).toEqual({ kind: 'runs', records: [{ ...record, weights: [] }] })
      }),
      runs,
    ))

  it('as safetensors, to the last bit of every weight', () =>
    fc.assert(
      fc.asyncProperty(records, async (record) => {
        const read = await opened(weightsFile(record, 'https://x/#data=moons'))
        expect(read).toEqual({ kind: 'runs', records: [record] })
      }),
      runs,
    ))

  it('as a link, without the clock and what is not of the curves, with the same 32-bit weights', () =>
    fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 3 }), async (several) => {
        const heavy = runsWithWeights(several)
        const slim = several.map((record) => {
          const { start: _, ...kept } = record
          const weights = heavy.has(record) ? record.weights : []
          const epochs = record.epochs.map(
            ({ validationError: __, updates: ___, inactive: ____, fitLoss: _____, ...row }) => ({
              ...row,
              gradients: [],
              seconds: 0,
            }),
          )
          return { ...kept, weights, epochs }
        })
        const read = await runsFromText(await runsToText(several), NO_TABLES)
        expect(read.ok && read.records.map(asFloats)).toEqual(slim)
      }),
      runs,
    ))
})

const asFloats = (record: ReadRecord): ReadRecord => ({
  ...record,
  weights: record.weights.map(({ values, ...rest }) => ({ ...rest, values: values.map(Math.fround) })),
})

const asNumbers = (record: ReadRecord): ReadRecord => ({
  ...record,
  weights: record.weights.map(({ values, ...rest }) => ({
    ...rest,
    values: values.map((value) => (Number.isFinite(value) ? value : Number.NaN)),
  })),
})

it('a table of one’s own travels in every format', async () => {
  const experiment = expectExperiment({
    data: {
      set: 'rows',
      train: 2,
      validation: 1,
      test: 1,
      rows: {
        columns: ['=a,b', '#c'],
        target: '@t',
        inputs: [
          [1, -2.5],
          [3, 4],
          [5, 6],
          [7, 9],
        ],
        targets: ['-x', 'y"', '-x', 'y"'],
      },
    },
  })
  const record: ReadRecord = {
    version: 1,
    id: 'run-1',
    experiment,
    engine: null,
    epochs: [],
    outcome: null,
    test: null,
    weights: [],
  }
  const written = { ...record, experiment: experimentToJson(experiment) }
  for (const content of [runsFile([written]), curvesFile(written), weightsFile(written, 'x')])
    expect(await opened(content)).toEqual({ kind: 'runs', records: [record] })
})
