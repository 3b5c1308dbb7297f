/** Tables as databases, Markdown, Weka and instruments write them. */
import { describe, expect, it } from 'vitest'
import { kinds, names, numbers, rows, table } from './cases.testing.ts'
import { AS_FOUND } from './options.ts'
import { readTable } from './read-table.ts'

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
    expect(names(table(`score,,kind\nmath,art,\n${SAMPLES}`))).toEqual(['score', 'art', 'kind'])
  })

  it.each([
    ['a word in one column alone is a value that cannot be read', `a,b,c\nunknown,0.5,no\n${SAMPLES}`],
    ['a missing value is no word', `a,b,c\nNA,?,no\n${SAMPLES}`],
    ['a person says that there are no names', `a,b,c\n(s),(kg),x\n${SAMPLES}`, false],
  ])('%s', (_, text, header: boolean | null = null) => {
    expect(table(text, { header }).count).toBe(header === false ? 10 : 9)
  })
})

describe('lines among the rows that are no samples', () => {
  it('names that stand again, where files were put together', () => {
    const raw = table(`a,b,kind\n${SAMPLES}\na,b,kind\n${SAMPLES}`)
    expect([raw.count, raw.columns[0]!.missing, raw.columns[2]!.words]).toEqual([16, 0, ['no', 'yes']])
    expect(raw.notices).toContainEqual({ kind: 'repeated-names', lines: [10], count: 1 })
  })

  it('but a sample that comes again stays, with or without names above', () => {
    expect(table('p,x\np,x\ne,y\ne,x\n').count).toBe(4)
    expect(table(`a,b,c\n${SAMPLES}\n${SAMPLES}`).count).toBe(16)
    const raw = table(`${SAMPLES}\n${SAMPLES}`)
    expect([raw.count, raw.decisions.header]).toEqual([16, false])
    expect(numbers(raw, 0).filter((number) => number === 0)).toHaveLength(2)
  })

  it.each(['Total', '合计', 'SUM:'])('the last, which sums up the others: %s', (word) => {
    const raw = table(`item,price,n\n${rows(8, (i) => `i${i % 3},${i}.5,${i}`)}\n${word},32,28\n`)
    expect([raw.count, raw.columns[0]!.words]).toEqual([8, ['i0', 'i1', 'i2']])
    expect(raw.notices).toContainEqual({ kind: 'total', line: 10 })
  })

  it('but a word for a total that other rows have too is a value', () => {
    const raw = table(`sex,price\n${rows(9, (i) => `${['m', 'f', 'total'][i % 3]},${i}.5`)}`)
    expect(raw.count).toBe(9)
  })

  it('delimiters alone, above the names', () => {
    const raw = table(`,,,\n,a,b,c\n${rows(8, (i) => `,${i},${i}.5,${i % 2}`)}`)
    expect([names(raw).slice(1), raw.count]).toEqual([['a', 'b', 'c'], 8])
  })

  it('fewer names than columns, above rows without names, are no title', () => {
    expect(readTable('a,b\n1,5,2,5\n2,5,3,5\n3,25,4,5\n', AS_FOUND)).toMatchObject({
      problem: { kind: 'file-ragged', lines: [1], found: 2, expected: 4 },
    })
  })
})

describe('names that are numbers or comments', () => {
  it('numbers of columns: asked, where nothing else stands in the line', () => {
    const text = `0,1,2\n${rows(8, (i) => `${i}.5,${2 * i},${i % 2}`)}`
    expect(table(text).decisions.headerSure).toBe(false)
    expect(names(table(text, { header: true }))).toEqual(['0', '1', '2'])
    const raw = table(`label,0,1,2\n${rows(8, (i) => `${i % 2},${i},${2 * i},${i * i}`)}`)
    expect([names(raw), raw.decisions.headerSure]).toEqual([['label', '0', '1', '2'], true])
  })

  it('a comment of single words above rows that hold numbers and words', () => {
    const raw = table(`# t,mass,kind\n${SAMPLES}`)
    expect([names(raw), raw.count]).toEqual([['t', 'mass', 'kind'], 8])
    expect(table(`# made by me, in May,today\n${SAMPLES}`).decisions.header).toBe(false)
  })

  it('years, with words below', () => {
    const raw = table(`,2020,,2021\ncity,min,max,min\n${rows(8, (i) => `c${i},${i},${2 * i},${i * i}`)}`)
    expect([names(raw), raw.count]).toEqual([['city', '2020', 'max', '2021'], 8])
  })

  it('a unit in brackets in one column alone', () => {
    expect(table(`a,b\n(mm),\n${rows(8, (i) => `${i}.5,x${i % 2}`)}`).count).toBe(8)
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
    ['typographic marks', `“a”,“b”,“c”\n${rows(8, (i) => `${i},“x, ${i % 2}”,${i}.5`)}`, 'x, 0'],
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
