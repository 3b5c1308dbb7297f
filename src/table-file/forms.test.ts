/** Tables in other forms than rows of cells: JSON as programs write it, and what is refused because it holds no such rows. */
import { describe, expect, it } from 'vitest'
import { names, numbers, rows, table } from './cases.testing.ts'
import { AS_FOUND } from './options.ts'
import { readTable } from './read-table.ts'

const records = Array.from({ length: 4 }, (_, i) => ({ a: i, b: i % 2 ? 'u' : 'v' }))

describe('JSON', () => {
  it.each<[string, unknown]>([
    ['a record for each row, by the number of the row', Object.fromEntries(records.entries())],
    ['a record for each row, by its name', Object.fromEntries(records.map((row, i) => [`r${i}`, row]))],
    ['remarks beside the rows', { source: { by: 'me' }, rows: records }],
    ['a schema beside the rows, as pandas writes it', { schema: { fields: [{ name: 'a' }] }, data: records }],
    ['names beside the rows', { fields: ['a', 'b'], rows: records.map(({ a, b }) => [a, b]) }],
    ['records of columns', { a: { 0: 0, 1: 1, 2: 2, 3: 3 }, b: { 0: 'v', 1: 'u', 2: 'v', 3: 'u' } }],
  ])('%s', (_, value) => {
    const raw = table(JSON.stringify(value))
    expect([names(raw), raw.count]).toEqual([['a', 'b'], 4])
    expect(numbers(raw, 0)).toEqual([0, 1, 2, 3])
  })

  it('records within records are columns', () => {
    const raw = table(JSON.stringify(records.map(({ a, b }) => ({ size: { w: a, h: { max: 2 * a } }, b }))))
    expect(names(raw)).toEqual(['size.w', 'size.h.max', 'b'])
    expect(numbers(raw, 1)).toEqual([0, 2, 4, 6])
  })

  it('NaN and Infinity, as Python writes them, are missing; words that name them are words', () => {
    const raw = table('[{"a":1.5,"b":"NaN, sea"},{"a":NaN,"b":"u"},{"a":-Infinity,"b":"u"},{"a":4,"b":"u"}]')
    expect(raw.columns[0]).toMatchObject({ kind: 'number', missing: 2 })
    expect(raw.columns[1]!.words).toContain('NaN, sea')
  })

  it('names the line that is no row', () => {
    expect(readTable('{"a":1,"b":2}\n\n{"a":3,"b":}\n{"a":4,"b":5}\n', AS_FOUND)).toMatchObject({
      problem: { kind: 'file-json', line: 3 },
    })
  })
})

describe('rows that leave out zeros are refused', () => {
  it.each<[string, string, number]>([
    ['LIBSVM', rows(9, (i) => `${i % 2 ? '+1' : '-1'} 1:${i * 0.5} 3:1`), 1],
    ['LIBSVM with whole numbers', rows(9, (i) => `${i % 2 ? '+1' : '-1'} 1:${i + 10} 2:${i + 20}`), 1],
    [
      'Weka',
      `@relation r\n@attribute a real\n@attribute b real\n@data\n${rows(9, (i) => `{0 ${i + 1}}`)}`,
      5,
    ],
  ])('%s', (_, text, line) => {
    expect(readTable(text, AS_FOUND)).toMatchObject({ problem: { kind: 'file-sparse', line } })
  })

  it('times of day are none', () => {
    expect(table(rows(9, (i) => `${i} ${i + 6}:30 ${i + 9}:45`)).columns[1]!.kind).toBe('time')
  })
})
