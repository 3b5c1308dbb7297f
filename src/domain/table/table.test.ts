/** Numbers of a table are kept as exactly as they came; what float32 always held is kept as it always was. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../data/dataset.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { Table, type TableContents } from './table.ts'
import { tableFromJson, tableToJson } from './table-json.ts'

const contents = (inputs: TableContents['inputs'], more: Partial<TableContents> = {}): TableContents => ({
  columns: ['x'],
  target: 'y',
  inputs,
  targets: Float32Array.from(inputs, (_, i) => i % 7),
  classes: [],
  partOf: null,
  ...more,
})

function tableOf(given: TableContents) {
  const read = Table.of(given)
  if (!read.ok) throw new Error(read.problem.kind)
  return read.table
}

const inputsOf = (table: ReturnType<typeof tableOf>) =>
  networkDataset(
    expectExperiment({
      data: { set: 'rows', rows: table, train: 30, validation: 15, test: 15 },
      loss: 'mse',
    }),
  ).parts.train.inputs

describe('a table', () => {
  const single = Float32Array.from({ length: 60 }, (_, i) => i / 8 - 3)

  it('that float32 holds has the digest and the inputs it had, whichever array it comes in', () => {
    const [narrow, wide] = [tableOf(contents(single)), tableOf(contents(Float64Array.from(single)))]
    expect(wide.digest).toBe(narrow.digest)
    expect(narrow.digest).toBe('6e5ee6e4344bb157')
    expect(inputsOf(wide)).toEqual(inputsOf(narrow))
    expect(wide.source.inputs).toBeInstanceOf(Float32Array)
  })

  it('that float32 does not hold keeps its differences', () => {
    const dates = Float64Array.from({ length: 60 }, (_, i) => 2_459_000.5 + i / 1e4)
    const table = tableOf(contents(dates))
    const inputs = inputsOf(table)
    expect(new Set(inputs).size).toBe(inputs.length)
    const again = tableFromJson(JSON.parse(JSON.stringify(tableToJson(table))))
    expect(again).toEqual({ ok: true, table })
  })

  it('of training and test rows alone gets validation rows from the training rows', () => {
    const partOf = Uint8Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 2 : 0))
    const table = tableOf(contents(single, { partOf }))
    expect(table.parts).toEqual({ train: 32, validation: 8, test: 20 })
    const parted = table.source.partOf!
    for (const [row, part] of partOf.entries()) if (part === 2) expect(parted[row]).toBe(2)
  })

  it('leaves its rows behind where it is sent, stored or compared, and comes back from its contents', () => {
    const table = tableOf(contents(single, { name: 'lengths.csv' }))
    const record = {
      digest: '6e5ee6e4344bb157',
      count: 60,
      columns: ['x'],
      target: 'y',
      classes: [],
      ranges: [
        [-3, 4.375],
        [0, 6],
      ],
      parts: null,
    }
    expect(structuredClone(table)).toEqual(record)
    expect(JSON.stringify(table)).toBe(JSON.stringify(record))
    const again = tableOf(structuredClone(table.contents()))
    expect(again).toEqual(table)
    expect([again.name, again.source]).toEqual([table.name, table.source])
  })
})
