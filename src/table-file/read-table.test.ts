import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_ROWS, Table } from '../domain/table/table.ts'
import { type Encoded, encodeTable, firstChoices } from './encode-table.ts'
import { AS_FOUND } from './options.ts'
import type { FileProblem } from './problem.ts'
import type { RawTable, ReadRows } from './read-table.ts'
import { readTable } from './read-table.ts'

const read = (text: string, header: boolean | null = null) => readTable(text, { ...AS_FOUND, header })

function table(text: string, header: boolean | null = null): RawTable {
  const result = read(text, header)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.table
}

function problem(result: ReadRows): FileProblem {
  if (result.ok) throw new Error('was read')
  return result.problem
}

function contents(encoded: Encoded) {
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.problem))
  return encoded.contents
}

const kinds = (text: string) => table(text).columns.map(({ kind }) => kind)

describe('a file that is no table is refused by what is wrong in it', () => {
  it.each<[string, string, FileProblem]>([
    ['nothing', '', { kind: 'file-empty' }],
    ['empty lines', '\n\n  \n', { kind: 'file-empty' }],
    ['a header only', 'a,b,c\n', { kind: 'file-header-only' }],
    ['one column', 'a\n1\n2\n', { kind: 'file-one-column', fullWidth: null }],
    ['one column and a delimiter', '1 2 3;\n4 5 6;\n7 8 9;\n', { kind: 'file-one-column', fullWidth: null }],
    [
      'a short row',
      'a,b\n1,2\n3\n4,5\n',
      { kind: 'file-ragged', lines: [3], count: 1, found: 1, expected: 2, fullWidth: null },
    ],
    [
      'a long row',
      'a,b\n1,2\n\n4,5,6\n',
      { kind: 'file-ragged', lines: [4], count: 1, found: 3, expected: 2, fullWidth: null },
    ],
    [
      'a short row after line breaks in quotes',
      'a,b\n"x\r\ny\nz",2\n3\n',
      { kind: 'file-ragged', lines: [5], count: 1, found: 1, expected: 2, fullWidth: null },
    ],
  ])('%s', (_, text, expected) => {
    expect(problem(read(text))).toEqual(expected)
  })

  it.each([
    ['a full-width mark among the names', '甲,乙，丙\n1,2,3\n2,3,4\n3,4,5\n', '，'],
    ['names of rows would come twice', 'a,b\n(0, 2),1\n(0, 3),2\n(0, 4),3\n', null],
  ])('names that are too few: %s', (_, text, fullWidth) => {
    expect(problem(read(text))).toMatchObject({ kind: 'file-ragged', lines: [1], fullWidth })
  })

  it('a quotation mark that is never closed', () => {
    expect(problem(read('a,b\n1,"2\n3,4\n')).kind).toBe('file-quote')
  })

  it('too many rows', () => {
    const text = `a,b\n${'1,2\n'.repeat(MOST_ROWS + 1)}`
    expect(problem(read(text))).toEqual({ kind: 'file-rows', most: MOST_ROWS })
  })
})

describe('what a column is', () => {
  it('numbers, categories, text, constants, nothing', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i / 2},${['cat', 'dog', 'cow'][i % 3]},name ${i},1.0,,${i % 2}`,
    )
    expect(kinds(`n,c,t,k,e,b\n${rows.join('\n')}`)).toEqual([
      'number',
      'category',
      'text',
      'constant',
      'empty',
      'number',
    ])
  })

  it('plus and minus are two values; a minus beside numbers is missing', () => {
    const { columns } = table('t,s,n,y\n++,✓,1,1.5\n-,-,-,2\n,✓,3,3\n+,✓,4,4\n')
    expect(columns[0]).toMatchObject({ kind: 'category', words: ['++', '-', '+'], missing: 1 })
    expect(columns[1]).toMatchObject({ kind: 'category', words: ['✓', '-'], missing: 0 })
    expect(columns[2]).toMatchObject({ kind: 'number', missing: 1 })
  })

  it('a word among dates is a missing date', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i % 5 ? `2021-03-${10 + i}` : 'unknown'},${i}.5`)
    expect(table(`d,y\n${rows.join('\n')}`).columns[0]).toMatchObject({ kind: 'date', missing: 4 })
  })

  it('1 and 1.0 are one number', () => {
    expect(kinds('a,b\n1,1\n1.0,2\n1,3\n')[0]).toBe('constant')
  })

  it('what is missing is counted, with the lines of the file', () => {
    const [a] = table('a,b\n1,x\nNA,"y\ny"\n3,x\n?,y\n5,x\n').columns
    expect(a).toMatchObject({ kind: 'number', missing: 2, missingLines: [3, 6] })
  })

  it('few words among many numbers are missing, and shown', () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i === 7 ? 'broken,1' : `${i},${i}`))
    const [a] = table(`a,b\n${rows.join('\n')}`).columns
    expect(a).toMatchObject({ kind: 'number', missing: 1, unreadable: [{ line: 9, text: 'broken' }] })
  })

  it('decimal commas, between semicolons', () => {
    const { columns, decisions } = table('a;b\n1,5;2\n2,25;3\n-0,5;4\n')
    expect(Array.from(columns[0]!.numbers)).toEqual([1.5, 2.25, -0.5])
    expect(decisions).toMatchObject({ delimiter: ';', decimal: 'comma' })
  })
})

describe('names of columns', () => {
  it('are made up where the first line has numbers', () => {
    const { columns, count, notices } = table('1,2\n3,4\n5,6\n')
    expect(columns.map(({ name }) => name)).toEqual(['x1', 'x2'])
    expect(count).toBe(3)
    expect(notices).toEqual([{ kind: 'no-header' }])
  })

  it('are never twice the same, nor empty', () => {
    const { columns, notices } = table('a,a,,a (2)\n1,2,3,4\n5,6,7,8\n')
    const names = columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(4)
    expect(names.slice(0, 3)).toEqual(['a', 'a (2)', 'x3'])
    expect(notices.map(({ kind }) => kind)).toContain('duplicate-name')
    expect(notices.map(({ kind }) => kind)).toContain('unnamed-column')
  })

  it('are there or not as a person says', () => {
    expect(table('2020,2021\n3,4\n5,6\n', true).columns.map(({ name }) => name)).toEqual(['2020', '2021'])
    expect(table('a,b\n3,4\n5,6\n', false).count).toBe(3)
  })
})

describe('choosing', () => {
  it('the column called target, else the last; constants stay out', () => {
    const first = firstChoices(table('species,h,k\ncat,1,7\ndog,2,7\ncat,3,7\ndog,4,7\n').columns)
    expect(first).toMatchObject({ target: 0, task: 'classes', inputs: [1], part: null })
    const other = firstChoices(table('h,w\n1.5,2.25\n2,3.5\n3.5,4.25\n').columns)
    expect(other).toMatchObject({ target: 1, task: 'regression', inputs: [0] })
  })

  it.each([
    ['classes of −1 and 1', 'h,y\n1.5,-1\n2,1\n3.5,1\n4,-1\n', 'classes'],
    [
      'whole numbers that hardly come twice',
      `h,y\n${[1, 4, 9, 16, 25, 4].map((y, i) => `${i}.5,${y}`).join('\n')}`,
      'regression',
    ],
  ])('%s', (_, text, task) => {
    expect(firstChoices(table(text).columns)).toMatchObject({ target: 1, task })
  })

  it('a table of dates alone can be encoded', () => {
    const raw = table('a,b\n2021-01-01,12:00\n2021-01-02,13:00\n2021-01-04,15:00\n')
    const choices = { ...firstChoices(raw.columns), inputs: [0] }
    expect(Array.from(contents(encodeTable(raw, choices)).targets)).toEqual([12, 13, 15])
  })

  it('the column that names parts is no input', () => {
    const raw = table('h,split,y\n1,train,0\n2,val,1\n3,test,0\n4,训练,1\n')
    expect(firstChoices(raw.columns)).toMatchObject({ target: 2, part: 1, inputs: [0] })
    const { partOf } = contents(encodeTable(raw, firstChoices(raw.columns)))
    expect(Array.from(partOf!)).toEqual([0, 1, 2, 0])
  })
})

describe('encoding', () => {
  const raw = table('h,c,y\n1,red,b\n,blue,a\n3,green,b\n4,,a\n5,red,\n6,red,a\n')
  const choices = {
    target: 2,
    task: 'classes',
    inputs: [0, 1],
    uses: {},
    part: null,
    missing: 'drop',
  } as const

  it('leaves rows out where a value is missing, and sorts classes', () => {
    const encoded = encodeTable(raw, choices)
    expect(encoded).toMatchObject({ ok: true, dropped: 3 })
    const { columns, inputs, targets, classes } = contents(encoded)
    expect(classes).toEqual(['a', 'b'])
    expect(Array.from(targets)).toEqual([1, 1, 0])
    expect(columns).toEqual(['h', 'c = red'])
    expect(Array.from(inputs)).toEqual([1, 1, 3, 0, 6, 1])
  })

  it('or fills them, never the target', () => {
    const encoded = encodeTable(raw, { ...choices, missing: 'fill' })
    expect(encoded).toMatchObject({ ok: true, dropped: 1, filled: 2 })
    const { columns, inputs } = contents(encoded)
    expect(columns).toEqual(['h', 'c = blue', 'c = green', 'c = red'])
    // The second row's h is the mean of 1, 3, 4 and 6; the fourth row's c the most frequent, red.
    expect(Array.from(inputs.subarray(4, 8))).toEqual([3.5, 1, 0, 0])
    expect(Array.from(inputs.subarray(12, 16))).toEqual([4, 0, 0, 1])
  })

  it('fills from the training rows where they are named', () => {
    const parted = table('h,p,y\n1,train,a\n3,train,b\n,test,a\n100,validation,b\n')
    const { inputs } = contents(encodeTable(parted, { ...firstChoices(parted.columns), missing: 'fill' }))
    expect(Array.from(inputs)).toEqual([1, 3, 2, 100])
  })

  it.each([
    ['one class', 'a,y\n1,x\n2,x\n3,x\n', 'table-one-class'],
    ['one row', 'a,y\n1,x\n', 'table-too-few'],
    ['more classes than half the rows', 'a,y\n1,p\n2,q\n3,r\n4,p\n', 'table-many-classes'],
    ['nothing left', 'a,y\n1,\n,q\n,r\n4,\n', 'table-empty'],
  ])('%s is the problem of the table', (_, text, kind) => {
    const encoded = encodeTable(table(text), { ...choices, target: 1, inputs: [0] })
    expect(encoded.ok ? Table.of(encoded.contents) : encoded).toMatchObject({
      ok: false,
      problem: { kind },
    })
  })

  it('what is written is what is read', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, fc.constantFrom('u', 'v')), { minLength: 4 }), (rows) => {
        const written = `p,q,y\r\n${rows.map((row) => row.join(',')).join('\r\n')}`
        const chosen = { ...choices, target: 2, inputs: [0, 1] }
        const columns = table(written).columns
        expect(columns.map(({ numbers }) => numbers.length)).toEqual([rows.length, rows.length, rows.length])
        if (columns.slice(0, 2).some(({ kind }) => kind !== 'number')) return
        const { inputs } = contents(encodeTable(table(written), chosen))
        // CSV has no −0 of its own.
        expect(Array.from(inputs, (x) => x + 0)).toEqual(rows.flatMap(([p, q]) => [p + 0, q + 0]))
      }),
    )
  })
})

it('50,000 rows of 20 columns are held as numbers', () => {
  const rowOf = (i: number) =>
    Array.from({ length: 20 }, (_, j) => ((i * 31 + j * 17) % 9973) / 100).join(',')
  const text = `${Array.from({ length: 20 }, (_, j) => `c${j}`).join(',')}\n${Array.from({ length: 50_000 }, (_, i) => rowOf(i)).join('\n')}`
  const raw = table(text)
  const { columns, count } = raw
  expect(count).toBe(50_000)
  expect(columns.every(({ kind }) => kind === 'number')).toBe(true)
  // Eight bytes a number, and no words: the columns were too varied to keep them.
  const held = new Set(columns.map(({ numbers }) => numbers.buffer.byteLength))
  expect(Math.max(...held)).toBeLessThanOrEqual(50_001 * 8)
  expect(columns.every(({ codes, words }) => codes === null && words.length === 0)).toBe(true)
  const { inputs } = contents(encodeTable(raw, firstChoices(columns)))
  expect(inputs.length).toBe(50_000 * 19)
})
