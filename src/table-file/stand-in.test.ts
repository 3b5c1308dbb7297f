/** What may stand for a missing value in a column of numbers is asked, and read as it is told. */
import { describe, expect, it } from 'vitest'
import { asked, numbers, rows, table } from './cases.testing.ts'

const mixed = (word: string) => `age,y\n${rows(24, (i) => `${i % 6 === 3 ? word : 20 + i},${i}.5`)}`

describe('one word among numbers', () => {
  it.each(['unknown', '无', '<LOD', '未知'])('%s', (word) => {
    expect(table(mixed(word)).columns[0]).toMatchObject({
      kind: 'number',
      question: { kind: 'missing', text: word, found: null },
    })
    expect(table(mixed(word), { answers: { 0: 'missing' } }).columns[0]).toMatchObject({
      kind: 'number',
      missing: 4,
    })
    const words = table(mixed(word), { answers: { 0: 'word' } }).columns[0]!
    expect([words.kind, words.missing]).toEqual(['text', 0])
  })

  it('two different words are values', () => {
    const text = `age,y\n${rows(24, (i) => `${['low', 'high', i, i + 1][i % 4]},${i}.5`)}`
    expect(table(text).columns[0]).toMatchObject({ kind: 'category', question: null })
  })

  it('few words among many numbers are missing without a question', () => {
    expect(asked(table(`a,y\n${rows(40, (i) => `${i === 7 ? 'unknown' : i},${i}.5`)}`))).toBe(0)
  })
})

describe('nines far from the other numbers', () => {
  it.each<[string, (i: number) => number, number, number]>([
    ['temperatures', (i) => 10 + i / 10, -999, 6],
    ['negative numbers', (i) => i / 10 - 3, -9999, 6],
    ['incomes', (i) => 4000 * i, -99, 6],
    ['days', (i) => i, 999, 6],
  ])('%s', (_, value, nines, missing) => {
    const text = `a,y\n${rows(36, (i) => `${i % 6 === 3 ? nines : value(i)},${i}.5`)}`
    expect(table(text).columns[0]!.question).toEqual({
      kind: 'missing',
      text: String(nines),
      readings: [
        { answer: 'missing', value: Number.NaN },
        { answer: 'number', value: nines },
      ],
      found: null,
    })
    expect(table(text, { answers: { 0: 'missing' } }).columns[0]!.missing).toBe(missing)
    expect(numbers(table(text, { answers: { 0: 'number' } }), 0)[3]).toBe(nines)
  })

  it.each<[string, (i: number) => number]>([
    ['a number among others', (i) => 990 + i],
    ['numbers that count', (i) => i - 99],
    ['one large number', (i) => (i === 5 ? 999 : i)],
    ['two numbers', (i) => (i % 2 ? 999 : 0)],
  ])('but not %s', (_, value) => {
    expect(asked(table(`a,y\n${rows(36, (i) => `${value(i)},${i}.5`)}`))).toBe(0)
  })
})
