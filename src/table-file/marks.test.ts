/** What the marks in a table mean: of numbers, of dates, and between its columns and rows. */
import { describe, expect, it } from 'vitest'
import { asked, contents, file, names, numbers, rows, table } from './cases.testing.ts'
import { firstChoices, usesOf } from './encode-table.ts'
import { AS_FOUND } from './options.ts'
import { readTable } from './read-table.ts'

describe('the marks of numbers are read by column', () => {
  it.each<[string, string, readonly number[]]>([
    ['thousands points and decimal commas', 'a;y\n1.234,56;1\n12,5;2\n-3,00;3\n', [1234.56, 12.5, -3]],
    ['quoted thousands', 'a,y\n"1,234",1\n"12,000",2\n999,3\n', [1234, 12000, 999]],
    ['spaces between thousands', 'a;y\n1 234,5;1\n2\u202f000,25;2\n3\u00a0000;3\n', [1234.5, 2000.25, 3000]],
    ['exponents', 'a;y\n5,58E+12;1\n1,5e-3;2\n2e3;3\n', [5.58e12, 0.0015, 2000]],
    ['percents', 'a,y\n40%,1\n12.5%,2\n7 %,3\n', [0.4, 0.125, 0.07]],
    ['dollars', 'a,y\n$1.50,1\n"$1,200.00",2\n-$3,3\n', [1.5, 1200, -3]],
    ['euros behind', 'a;y\n1,50 €;1\n1.200,00 €;2\n3 €;3\n', [1.5, 1200, 3]],
    ['full-width digits', 'a,y\n１５０,1\n１６５．５,2\n７,3\n', [150, 165.5, 7]],
    ['signs of Unicode', 'a,y\n−1.5,1\n＋2,2\n–3,3\n', [-1.5, 2, -3]],
    ['three decimals beside others', 'a;y\n1.234;1\n2.5;2\n3.125;3\n', [1.234, 2.5, 3.125]],
    ['three decimals beside another column', 'a,y\n1.234,1.5\n2.345,2\n3.125,3\n', [1.234, 2.345, 3.125]],
    ['thousands between tabs', 'a\ty\n1,234\t1\n12,000\t2\n123,456\t3\n', [1234, 12000, 123456]],
  ])('%s', (_, text, expected) => {
    const raw = table(text)
    expect(numbers(raw, 0)).toEqual(expected)
    expect(raw.columns[0]!.kind).toBe('number')
    expect(asked(raw)).toBe(0)
  })

  it.each<[string, readonly string[], readonly number[], string]>([
    ['kilograms', ['50 kg', '51.5 kg', '1,200 kg'], [50, 51.5, 1200], 'kg'],
    ['centimetres without a space', ['150cm', '151cm', '152.5cm'], [150, 151, 152.5], 'cm'],
    ['degrees', ['20.5 °C', '-3 °C', '7 °C'], [20.5, -3, 7], '°C'],
    ['Chinese units', ['50公斤', '51.5公斤', '49公斤'], [50, 51.5, 49], '公斤'],
    ['units that are one character', ['50㎡', '51.5㎡', '1,200㎡'], [50, 51.5, 1200], '㎡'],
  ])('one unit behind all numbers: %s', (_, cells, expected, unit) => {
    for (const header of ['a,y\n', '']) {
      const raw = table(`${header}${cells.map((cell, i) => `"${cell}",${i}`).join('\n')}`)
      expect(raw.decisions).toMatchObject({ header: header !== '', headerSure: true })
      expect(numbers(raw, 0)).toEqual(expected)
      expect(raw.columns[0]!.notes).toContainEqual({ kind: 'units', units: [unit] })
    }
  })

  it('no note says that a number is what it is', () => {
    const notes = (text: string) => table(text).columns[0]!.notes
    expect(notes('a,y\n0.125,1\n1.125,2\n-2.375,3\n')).toEqual([])
    expect(notes('a;y\n1.125;1\n2,5;2\n3,25;3\n')).toEqual([{ kind: 'read-as', text: '1.125', value: 1125 }])
  })

  it('two units are words: 1 m is not 1 km', () => {
    expect(table('a,y\n1 m,1\n2 km,2\n3 m,3\n2 km,4\n').columns[0]!.kind).toBe('category')
  })

  it('decimal commas before a unit', () => {
    const raw = table('a;y\n1,5 kg;1\n2,25 kg;2\n1.200 kg;3\n')
    expect(numbers(raw, 0)).toEqual([1.5, 2.25, 1200])
    expect(raw.decisions.decimal).toBe('comma')
  })

  it('asks where a comma before three digits may be either, and reads as it is told', () => {
    const text = `a;b;y\n${rows(9, (i) => `1,${100 + i};x${i % 2};${i}`)}`
    const { question } = table(text).columns[0]!
    expect(question).toEqual({
      kind: 'decimal',
      text: '1,100',
      readings: [
        { answer: 'point', value: 1100 },
        { answer: 'comma', value: 1.1 },
      ],
      found: null,
    })
    expect(numbers(table(text, { answers: { 0: 'comma' } }), 0)[1]).toBe(1.101)
    expect(numbers(table(text, { answers: { 0: 'point' } }), 0)[1]).toBe(1101)
    expect(numbers(table(text, { decimal: 'comma' }), 0)[1]).toBe(1.101)
  })

  it('asks where a point before three digits may be either', () => {
    expect(asked(table(`a,y\n${rows(9, (i) => `1.${100 + i},${i}`)}`))).toBe(1)
  })

  it('asks where columns contradict each other', () => {
    expect(asked(table(`a\ty\n${rows(9, (i) => `1,${100 + i}\t${i},5`)}`))).toBe(1)
  })

  it('asks for what a percent sign on some cells means', () => {
    const text = 'p,y\n40%,1\n38,2\n50%,3\n'
    expect(table(text).columns[0]!.question).toMatchObject({ kind: 'percent', found: null })
    expect(numbers(table(text, { answers: { 0: 'number' } }), 0)).toEqual([40, 38, 50])
  })

  it('equal numbers are one class', () => {
    const raw = table('a,y\n5,1\n6,1.0\n7,0\n8,0.00\n9,1\n10,0\n')
    expect(contents(raw, { ...firstChoices(raw.columns), task: 'classes' }).classes).toEqual(['0', '1'])
  })

  it('every mark of a missing value is one', () => {
    const marks = [
      '#N/A',
      '#NV',
      '#DIV/0!',
      '..',
      '<NA>',
      '?',
      ' nan ',
      'NULL',
      '-',
      '',
      '\\N',
      '#WERT!',
      'inf',
    ]
    const raw = table(`a;y\n${[...marks, '1', '2', '3', '4'].map((cell, i) => `${cell};${i}`).join('\n')}`)
    expect(raw.columns[0]).toMatchObject({ kind: 'number', missing: marks.length, unreadable: [] })
  })
})

describe('dates, times and what names rows', () => {
  it.each<[string, string, string]>([
    ['ISO with times', '2021-03-01 12:00', '2021-03-02T00:00:00Z'],
    ['German', '1.3.2021', '13.12.2021'],
    ['Chinese', '2021年3月1日', '2021年12月13日'],
    ['Chinese with the time', '2024年3月1日 14时30分', '2024年12月13日 下午2:30'],
    ['French', '1 février 2024', '13 juil. 2024'],
    ['Spanish', '1-ene-2024', '13 septiembre 2024'],
    ['months by name', '1 Mar 2021', '13-Dec-21'],
    ['American with a day above twelve', '03/01/2021', '03/13/2021'],
    ['eight digits', '20210301', '20211213'],
  ])('%s', (_, a, b) => {
    const raw = table(`d,y\n${rows(6, (i) => `${i % 2 ? b : a},${i}.5`)}`)
    expect(raw.columns[0]!.kind).toBe('date')
    expect(firstChoices(raw.columns).inputs).toEqual([])
    expect(asked(raw)).toBe(0)
  })

  it('asks whether the day or the month comes first, where both fit', () => {
    const text = `d,y\n${rows(6, (i) => `0${i + 1}/03/2021,${i}`)}`
    expect(table(text).columns[0]!.question).toMatchObject({ kind: 'date', text: '01/03/2021', found: null })
    const days = (answer: 'day-first' | 'month-first') => {
      const [a, b] = numbers(table(text, { answers: { 0: answer } }), 0)
      return b! - a!
    }
    expect([days('day-first'), days('month-first')]).toEqual([1, 31])
  })

  it('hours of a day', () => {
    const raw = table(`t,y\n${rows(6, (i) => `${i + 9}:30,${i}`)}`)
    expect(raw.columns[0]!.kind).toBe('time')
    expect(numbers(raw, 0)[0]).toBe(9.5)
  })

  it.each<[string, string]>([
    ["pandas' index", `,a,y\n${rows(12, (i) => `${i},${i * i},${i % 2 ? 'u' : 'v'}`)}`],
    [
      'numbers called id',
      `user_id,a,y\n${rows(12, (i) => `${(i * 7919) % 977},${i * i},${i % 2 ? 'u' : 'v'}`)}`,
    ],
    [
      'telephone numbers',
      `手机号,a,y\n${rows(12, (i) => `138${10000000 + i * 7919},${i * i},${i % 2 ? 'u' : 'v'}`)}`,
    ],
    ['digits padded with zeros', `code,a,y\n${rows(12, (i) => `00${10 + i},${i * i},${i % 2 ? 'u' : 'v'}`)}`],
  ])('%s are no input', (_, text) => {
    const raw = table(text)
    expect(raw.columns[0]!.kind).toBe('id')
    expect(firstChoices(raw.columns).inputs).toEqual([1])
    expect(usesOf(raw.columns[0]!)).toContain('number')
  })

  it('postcodes are categories, 007 is not 7', () => {
    const raw = table(`zip,y\n${rows(12, (i) => `${['007', '7', '01067'][i % 3]},${i}`)}`)
    expect(raw.columns[0]).toMatchObject({ kind: 'category', words: ['007', '7', '01067'] })
  })
})

describe('what divides a file', () => {
  it.each<[string, string, string | null, readonly string[], number]>([
    ['a declared separator', 'sep=;\na;b\n1,5;2\n2,5;3\n', ';', ['a', 'b'], 2],
    [
      'spaces in columns',
      `a   b    c\n${rows(6, (i) => ` ${i}   ${i * 2.5}  ${i % 3}`)}`,
      ' ',
      ['a', 'b', 'c'],
      6,
    ],
    [
      "R's own default",
      `"a" "y"\n${rows(6, (i) => `"${i + 1}" ${i} "New ${i % 2 ? 'up' : 'down'}"`)}`,
      ' ',
      ['row', 'a', 'y'],
      6,
    ],
    [
      'full-width commas',
      `身高，体重\n${rows(6, (i) => `${150 + i}，${50 + i}`)}`,
      '，',
      ['身高', '体重'],
      6,
    ],
    [
      'lists of numbers in a cell',
      `id,list,y\n${rows(6, (i) => `${i},${i};2;3,${i * 5}`)}`,
      ',',
      ['id', 'list', 'y'],
      6,
    ],
    ['comments', '# of 3, made\na,b\n1,2\n# note\n3,4\n5,6\n', ',', ['a', 'b'], 3],
    ['names in a comment', '# by NumPy\n# x y z\n1.0 2.0 3.0\n4.0 5.0 6.0\n7 8 9\n', ' ', ['x', 'y', 'z'], 3],
    ['colours are no comments', 'c,y\n#ff0000,1\nred,2\n#00ff00,3\nblue,4\n', ',', ['c', 'y'], 4],
    ['a title above', 'Weather of 2021\n\na,b,c\n1,2,3\n4,5,6\n', ',', ['a', 'b', 'c'], 2],
    ['JSON of objects', '[{"a":1.5,"b":"x"},{"a":2,"b":"y"},{"a":null,"b":"x"}]', null, ['a', 'b'], 3],
    ['JSON, one row a line', '{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n', null, ['a', 'b'], 2],
    ['JSON of columns', '{"a":[1,2,3],"b":["x","y","x"]}', null, ['a', 'b'], 3],
    [
      'years above numbers',
      `country,1990,1991\n${rows(6, (i) => `C${i},${i * 7},${i * 3}`)}`,
      ',',
      ['country', '1990', '1991'],
      6,
    ],
    ['a separator at every end', 'a,b,\n1,2,\n3,4,\n', ',', ['a', 'b'], 2],
    ['quotes after spaces', 'a, b\n1, "x, y"\n2, "z"\n3, "x, y"\n', ',', ['a', 'b'], 3],
  ])('%s', (_, text, delimiter, expected, count) => {
    const raw = table(text)
    expect([raw.decisions.delimiter, names(raw), raw.count]).toEqual([delimiter, expected, count])
  })

  it('asks whether the first row holds names, where nothing says so', () => {
    const raw = table('anna,berlin\ntom,rome\nlisa,oslo\n')
    expect(raw.decisions.headerSure).toBe(false)
    expect(table('anna,berlin\ntom,rome\nlisa,oslo\n', { header: false }).decisions.headerSure).toBe(true)
  })

  it('blames the line that is odd, and can leave it out', () => {
    const text = 'a,b,c,d\n1,2,x\n3,4,u\n5,6,y\n'
    expect(readTable(text, AS_FOUND)).toMatchObject({
      problem: { kind: 'file-ragged', lines: [1], found: 4, expected: 3 },
    })
    const middle = `a,b\n${rows(30, (i) => (i === 20 ? '1,2,3' : `${i},${i}`))}`
    expect(readTable(middle, AS_FOUND)).toMatchObject({ problem: { kind: 'file-ragged', lines: [22] } })
    const raw = table(middle, { skipOdd: true })
    expect([raw.count, raw.notices]).toEqual([29, [{ kind: 'skipped', lines: [22], count: 1 }]])
  })

  it('names full-width commas that the other lines do not have', () => {
    const text = `身高，体重，类别\n${rows(6, (i) => `${150 + i},${50 + i},x`)}`
    expect(readTable(text, AS_FOUND)).toMatchObject({
      problem: { kind: 'file-ragged', lines: [1], fullWidth: '，' },
    })
  })

  it('a delimiter that a person names is taken', () => {
    expect(names(table(file('c05-list-in-cell-pipe.csv'), { delimiter: '|', skipOdd: true })).length).toBe(4)
  })
})
