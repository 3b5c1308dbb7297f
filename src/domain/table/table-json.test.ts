import { describe, expect, it } from 'vitest'
import { experimentToJson } from '../experiment/experiment-json.ts'
import { parseExperiment } from '../parsing/parse.ts'
import { NO_TABLES } from './library.ts'
import { tableFromJson } from './table-json.ts'

const inputs = [[1], [2], [3], [4], [5], [6]]
const numbers = [0.3, 1.1, -2, 4, 5, 6.5]

const table = (targets: readonly unknown[]) => {
  const read = tableFromJson({ inputs, targets })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.table
}
const problem = (targets: readonly unknown[]) => {
  const read = tableFromJson({ inputs, targets })
  return read.ok ? null : read.problem
}

describe('targets of a table', () => {
  it('are numbers, bare or each in a list of its own: the same table', () => {
    const bare = table(numbers)
    expect(table(numbers.map((target) => [target])).digest).toBe(bare.digest)
    expect(table(numbers.map((target, i) => (i % 2 === 0 ? target : [target]))).digest).toBe(bare.digest)
    expect([...bare.source.targets]).toEqual(numbers)
  })

  it('or names of classes', () => {
    expect(table(['a', 'b', 'a', 'b', 'a', 'b']).classes).toEqual(['a', 'b'])
  })

  it('are one in a row: several, or none, are refused by their row', () => {
    expect(problem([[1], [2], [3, 4], [5], [6], [7]])).toEqual({ kind: 'table-targets', row: 3, found: 2 })
    expect(problem([1, [], 3, 4, 5, 6])).toEqual({ kind: 'table-targets', row: 2, found: 0 })
    expect(problem([[1], ['b'], 3, 4, 5, 6])).toMatchObject({ kind: 'table-target', row: 2 })
    expect(problem([[1], [[2]], 3, 4, 5, 6])).toMatchObject({ kind: 'table-target', row: 2 })
  })

  it('come back as bare numbers from the JSON of an experiment', () => {
    const rows = { inputs, targets: numbers.map((target) => [target]) }
    const parsed = parseExperiment({ data: { set: 'rows', rows } }, NO_TABLES)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    expect(parsed.experiment.loss).toBe('mse')
    expect(experimentToJson(parsed.experiment).data.rows).toMatchObject({ targets: numbers })
  })
})
