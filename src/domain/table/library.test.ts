import { describe, expect, it } from 'vitest'
import { parseExperiment } from '../parsing/parse.ts'
import { keepTable, NO_TABLES, readTable, TableLibrary } from './library.ts'
import type { Table } from './table.ts'

const rows = { name: 'first.csv', inputs: [[1], [2], [4], [7]], targets: [3, 1, 4, 1] }
const experiment = (given: object) => ({
  data: { set: 'rows', rows: given, train: 2, validation: 1, test: 1 },
})

function read(value: unknown, tables: TableLibrary): Table {
  const found = readTable(value, tables)
  if (!found.ok) throw new Error(found.problem.kind)
  return found.table
}

describe('a library of tables', () => {
  it('has what was read into it, and nothing that was read into another', () => {
    const [one, other] = [new TableLibrary(), new TableLibrary()]
    const table = read(rows, one)
    expect(one.find(table.digest)).toBe(table)
    expect(other.find(table.digest)).toBeUndefined()
    expect(NO_TABLES.find(table.digest)).toBeUndefined()
  })

  it('answers a reference: the same one is found with one library and gone with another', () => {
    const [one, other] = [new TableLibrary(), new TableLibrary()]
    const table = read(rows, one)
    const reference = experiment({ digest: table.digest })
    const parsed = parseExperiment(reference, one)
    expect(parsed.ok && parsed.experiment.data.rows).toBe(table)
    const gone = { ok: false, problems: [{ path: 'data.rows', kind: 'table-gone' }] }
    for (const tables of [other, NO_TABLES]) expect(parseExperiment(reference, tables)).toEqual(gone)
    // All that a table is but its rows is a reference too.
    expect(parseExperiment(experiment({ ...table }), other)).toEqual(gone)
  })

  it('is not asked for a table that an experiment writes out or carries, and has it afterwards', () => {
    const written = parseExperiment(experiment(rows), NO_TABLES)
    if (!written.ok) throw new Error(JSON.stringify(written.problems))
    expect([...written.experiment.data.rows!.source.targets]).toEqual(rows.targets)
    const later = new TableLibrary()
    expect(parseExperiment(written.experiment, later)).toEqual(written)
    const { digest } = written.experiment.data.rows!
    expect(later.find(digest)).toBe(written.experiment.data.rows)
  })

  it('has one of equal tables, which takes the name that was given last', () => {
    const tables = new TableLibrary()
    const table = read(rows, tables)
    expect(read({ ...rows, name: 'second.csv' }, tables)).toBe(table)
    expect(table.name).toBe('second.csv')
    expect(read({ ...rows, name: undefined }, tables).name).toBe('second.csv')
    const copied = keepTable(structuredClone(table.contents()), tables)
    expect(copied.ok && copied.table).toBe(table)
  })
})
