/** Files as people's programs write them, each with its right reading. */
import { describe, expect, test } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { Table } from '../domain/table/table.ts'
import { asked, contents, file, kinds, names, numbers, table } from './cases.testing.ts'
import { firstChoices, lacksValidation } from './encode-table.ts'

describe('eleven files', () => {
  test('cells copied from a German spreadsheet: tabs between, decimal commas inside', () => {
    const raw = table(file('c01-tab-decimal-comma.tsv'))
    expect(kinds(raw)).toEqual(['number', 'number', 'number', 'number'])
    expect(raw.columns.map((column) => column.numbers[0])).toEqual([116.5, 50.8, 1.78, 12.73])
    expect(asked(raw)).toBe(0)
  })

  test('lists in a cell', () => {
    expect(names(table(file('c05-list-in-cell-pipe.csv')))).toEqual(['minutes', 'genres', 'rating'])
  })

  test('thousands commas between tabs', () => {
    const raw = table(file('c06-tab-thousands-comma.tsv'))
    expect(numbers(raw, 1).slice(0, 3)).toEqual([500, 8419, 16338])
    expect(numbers(raw, 3).slice(0, 2)).toEqual([90000, 94567])
  })

  test('no names, only letters', () => {
    const raw = table(file('c10-no-header-all-letters.csv'))
    expect(raw.count).toBe(120)
    expect(raw.decisions).toMatchObject({ header: false, headerSure: true })
  })

  test('one separator more in the header', () => {
    const raw = table(file('c11b-trailing-header-only.csv'))
    expect([raw.count, ...names(raw)]).toEqual([20, 'a', 'b', 'y'])
  })

  test('row names of R', () => {
    const raw = table(file('c11d-r-write-table.csv'))
    expect(names(raw)).toEqual(['row', 'a', 'b', 'y'])
    expect(firstChoices(raw.columns)).toMatchObject({ target: 3, inputs: [1, 2] })
    expect(raw.notices).toContainEqual({ kind: 'row-names' })
  })

  test('errors of a spreadsheet are missing values', () => {
    const raw = table(file('c12-spreadsheet-na.csv'))
    expect(kinds(raw)).toEqual(['number', 'number', 'category'])
    expect(raw.columns.map(({ missing }) => missing)).toEqual([9, 8, 0])
    expect(numbers(raw, 0).slice(0, 3)).toEqual([0, 0.5, 1])
  })

  test('a part column of train and test alone keeps its test rows', () => {
    const raw = table(file('c18-train-test-only.csv'))
    const choices = firstChoices(raw.columns)
    expect(choices.part).toBe(3)
    expect(lacksValidation(raw.columns[3]!)).toBe(true)
    const { partOf, targets } = contents(raw)
    const { words, codes } = raw.columns[3]!
    const test = (row: number) => words[codes![row]!] === 'test'
    expect([...partOf!.keys()].filter((row) => partOf![row] === 2)).toEqual([...codes!.keys()].filter(test))
    const shares = [0, 1].map((part) => {
      const labels = [...targets].filter((_, row) => partOf![row] === part)
      return labels.reduce((a, b) => a + b, 0) / labels.length
    })
    expect(partOf!.filter((part) => part === 1)).toHaveLength(
      Math.round(partOf!.filter((p) => p < 2).length / 5),
    )
    expect(shares[1]).toBeCloseTo(shares[0]!, 1)
    expect(contents(raw).partOf).toEqual(partOf)
  })

  test('Julian dates: two hundred values stay two hundred inputs', () => {
    const raw = table(file('c22-julian-dates.csv'))
    const read = Table.of(contents(raw))
    if (!read.ok) throw new Error(read.problem.kind)
    const experiment = expectExperiment({
      data: { set: 'rows', rows: read.table, train: 100, validation: 50, test: 50 },
      loss: 'mse',
    })
    const { parts } = networkDataset(experiment)
    const inputs = Object.values(parts).flatMap((part) => [...part.inputs])
    expect(new Set(inputs).size).toBe(200)
  })

  test('one class in twenty', () => {
    const { classes, targets } = contents(table(file('c25-imbalanced-95-5.csv')))
    expect(classes).toEqual(['fraud', 'ok'])
    expect([...targets].filter((target) => target === 0)).toHaveLength(20)
  })

  test('ids and dates are no inputs unless asked for', () => {
    const raw = table(file('c29-dates-ids.csv'))
    expect(kinds(raw)).toEqual(['id', 'date', 'category', 'empty', 'number', 'number'])
    const choices = firstChoices(raw.columns)
    expect(choices).toMatchObject({ target: 5, inputs: [2, 4] })
    const days = contents(raw, { ...choices, inputs: [1] })
    expect(days.columns).toEqual(['day (days)'])
    expect([...days.inputs.slice(0, 3)]).toEqual([0, 1, 2])
    const parts = contents(raw, { ...choices, inputs: [1], uses: { 1: 'date-parts' } })
    expect(parts.columns).toEqual(['day (weekday)'])
    expect([...parts.inputs.slice(0, 8)]).toEqual([1, 2, 3, 4, 5, 6, 7, 1])
  })
})
