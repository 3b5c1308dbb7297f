/** Tables as databases, Markdown, Weka and instruments write them. */
import { describe, expect, it } from 'vitest'
import { kinds, names, numbers, rows, table } from './cases.testing.ts'

const SAMPLES = rows(8, (i) => `${i},${i}.5,${i % 2 ? 'yes' : 'no'}`)

describe('lines that are drawn are no rows', () => {
  it.each([
    ['Markdown', `| a | b |\n|---|---:|\n${rows(8, (i) => `| ${i} | ${i}.5 |`)}`],
    ['MySQL', `+---+-----+\n| a | b   |\n+---+-----+\n${rows(8, (i) => `| ${i} | ${i}.5 |`)}\n+---+-----+\n`],
    ['PostgreSQL', ` a |  b\n---+-----\n${rows(8, (i) => ` ${i} | ${i}.5`)}\n`],
  ])('%s', (_, text) => {
    const raw = table(text)
    expect(names(raw)).toEqual(['a', 'b'])
    expect(kinds(raw)).toEqual(['number', 'number'])
    expect(numbers(raw, 1)).toEqual(Array.from({ length: 8 }, (_x, i) => i + 0.5))
    expect(raw.decisions.delimiter).toBe('|')
  })
})

describe('a line of units below the names', () => {
  it('is left out, and said so', () => {
    const raw = table(`t,mass,kind\n(s),(kg),\n${SAMPLES}`)
    expect(names(raw)).toEqual(['t', 'mass', 'kind'])
    expect(kinds(raw)).toEqual(['number', 'number', 'category'])
    expect(raw.count).toBe(8)
    expect(raw.notices).toContainEqual({ kind: 'second-heading', line: 2 })
  })

  it('names the columns that the first line leaves without a name', () => {
    expect(names(table(`score,,\nmath,art,kind\n${SAMPLES}`))).toEqual(['score', 'art', 'kind'])
  })

  it.each([
    ['a word in one column alone is a value that cannot be read', `a,b,c\nunknown,0.5,no\n${SAMPLES}`],
    ['a missing value is no word', `a,b,c\nNA,?,no\n${SAMPLES}`],
    ['a person says that there are no names', `a,b,c\n(s),(kg),x\n${SAMPLES}`, false],
  ])('%s', (_, text, header: boolean | null = null) => {
    expect(table(text, { header }).count).toBe(header === false ? 10 : 9)
  })
})

it('Weka’s declarations name the columns, and lines keep their numbers', () => {
  const raw = table(
    `% iris\n@RELATION iris\n\n@ATTRIBUTE 'petal length' NUMERIC\n@ATTRIBUTE class {a,'b c'}\n\n@DATA\n${rows(7, (i) => `${i}.5,${i % 2 ? 'a' : "'b c'"}`)}\n?,a\n`,
  )
  expect(names(raw)).toEqual(['petal length', 'class'])
  expect(numbers(raw, 0)).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, Number.NaN])
  expect(raw.columns[0]!.missingLines).toEqual([15])
  expect(raw.columns[1]!.words).toEqual(['b c', 'a'])
})

describe('quotation marks within quotations', () => {
  it.each([
    ['doubled apostrophes', `'a','b','c'\n${rows(8, (i) => `'${i}','it''s, ${i % 2}',${i}.5`)}`, "it's, 0"],
    ['escaped apostrophes', `'a','b','c'\n${rows(8, (i) => `'${i}','it\\'s, ${i % 2}',${i}.5`)}`, "it's, 0"],
    [
      'escaped marks',
      `"a","b","c"\n${rows(8, (i) => `${i},"say \\"hi\\", ${i % 2}",${i}.5`)}`,
      'say "hi", 0',
    ],
    [
      'a path that ends in a backslash',
      `a,b,c\n${rows(8, (i) => `${i},"C:\\${i % 2}\\",${i}.5`)}`,
      'C:\\0\\',
    ],
  ])('%s', (_, text, word) => {
    const raw = table(text)
    expect(names(raw)).toEqual(['a', 'b', 'c'])
    expect(raw.columns[1]!.words[0]).toBe(word)
  })
})

describe('apostrophes', () => {
  it('quote cells where all of them do', () => {
    const raw = table(`'a','b','c'\n${rows(8, (i) => `'${i}','x, ${i % 2}',${i}.5`)}`)
    expect(names(raw)).toEqual(['a', 'b', 'c'])
    expect(numbers(raw, 0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(raw.columns[1]!.words).toEqual(['x, 0', 'x, 1'])
  })

  it('are letters and marks of thousands otherwise', () => {
    const raw = table(`a,b\n${rows(8, (i) => `1'23${i},don't ${i % 2}`)}`)
    expect(numbers(raw, 0)[0]).toBe(1230)
    expect(raw.columns[1]!.words).toEqual(["don't 0", "don't 1"])
  })
})

describe('spaces within cells do not divide a file that commas divide', () => {
  it.each([
    ['telephone numbers', `phone,calls\n${rows(9, (i) => `+49 30 1234${i},${i}`)}`],
    ['numbers with their units', `Length (cm),Width (cm)\n${rows(9, (i) => `${i} cm,${i}.5 cm`)}`],
  ])('%s', (_, text) => {
    const raw = table(text)
    expect(raw.decisions.delimiter).toBe(',')
    expect(raw.columns).toHaveLength(2)
  })

  it('but decimal commas are no delimiters', () => {
    const raw = table(`a b c\n${rows(9, (i) => `${i} ${i},5 ${i},25`)}`)
    expect(raw.decisions.delimiter).toBe(' ')
    expect(numbers(raw, 2)[1]).toBe(1.25)
  })
})

it('Chinese myriads are numbers', () => {
  const raw = table(`price,y\n1.2万,1\n3亿元,2\n5,3\n¥2百万,4\n`)
  expect(numbers(raw, 0)).toEqual([12_000, 3e8, 5, 2e6])
})
