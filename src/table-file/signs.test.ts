/** Signs and digits that are numbers in one column and none in another. */
import { describe, expect, it } from 'vitest'
import { outline, rows, table, type Wanted } from './cases.testing.ts'

type Case = [name: string, text: string, wanted: Wanted]

const check = (_name: string, text: string, wanted: Wanted) => expect(outline(text, wanted)).toEqual(wanted)

describe('a minus behind a number', () => {
  it.each<Case>([
    ['single digits among others', 'a,y\n2,1\n5-,2\n80-,3\n', { col: { 0: [2, -5, -80] } }],
    ['whole', `a,y\n12-,1\n7,2\n130-,3\n5,4\n`, { col: { 0: [-12, 7, -130, 5] } }],
    ['SAP', `Betrag;y\n1.234,56-;1\n12,50;2\n0,75-;3\n`, { col: { 0: [-1234.56, 12.5, -0.75] } }],
    ['points', `a,y\n"1,234.50-",1\n12.5,2\n3.25-,3\n`, { col: { 0: [-1234.5, 12.5, -3.25] } }],
    ['with a currency', `a;y\n12,50- €;1\n7,25 €;2\n3,00-€;3\n`, { col: { 0: [-12.5, 7.25, -3] } }],
    [
      'marks at school',
      `mark,y\n${rows(12, (i) => `${['1', '1-', '2+', '2', '2-', '3+'][i % 6]},${i}`)}`,
      {
        kinds: ['category', 'number'],
      },
    ],
    [
      'marks at school without plus',
      `mark,y\n${rows(12, (i) => `${['1', '1-', '2', '2-', '3'][i % 5]},${i}`)}`,
      { kinds: ['category', 'number'] },
    ],
    [
      'ages',
      `age,y\n${rows(12, (i) => `${['18-', '18-30', '30-65', '65+'][i % 4]},${i}`)}`,
      {
        kinds: ['category', 'number'],
      },
    ],
    ['a space before', `a;y\n12,5 -;1\n7,5;2\n3,25 -;3\n`, { col: { 0: [-12.5, 7.5, -3.25] } }],
    ['beside a minus in front', `a,y\n12.5-,1\n-7.5,2\n3.25,3\n`, { col: { 0: [-12.5, -7.5, 3.25] } }],
    ['Unicode minus', `a,y\n12.5−,1\n7.5,2\n3.25–,3\n`, { col: { 0: [-12.5, 7.5, -3.25] } }],
  ])('%s', check)
})

describe('telephone numbers', () => {
  it.each<Case>([
    [
      'with the country, in groups',
      `kontakt,a,y\n${rows(12, (i) => `+49 151 ${2345670 + i * 7919},${i * i},${i % 2}`)}`,
      {
        inputs: [1],
      },
    ],
    [
      'without spaces',
      `kontakt,a,y\n${rows(12, (i) => `+49151${2345670 + i * 7919},${i * i},${i % 2}`)}`,
      {
        inputs: [1],
      },
    ],
    [
      'groups of three',
      `kontakt,a,y\n${rows(12, (i) => `+48 601 ${100 + i} ${200 + i * 7},${i * i},${i % 2}`)}`,
      { inputs: [1] },
    ],
    [
      'among others',
      `kontakt,a,y\n${rows(12, (i) => `${i % 2 ? '0151 2345' : '+49 151 2345'}${100 + i},${i * i},${i % 2}`)}`,
      { inputs: [1] },
    ],
    [
      'called Telefon, groups of three',
      `Telefon,a,y\n${rows(12, (i) => `601 ${100 + i} ${200 + i * 7},${i * i},${i % 2}`)}`,
      { inputs: [1] },
    ],
    [
      'plus signs of numbers',
      `change,y\n+12,1\n+1500000,2\n-3,3\n+7,4\n`,
      {
        kinds: ['number', 'number'],
        col: { 0: [12, 1500000, -3, 7] },
      },
    ],
    ['plus with decimals', `change,y\n+1.25,1\n+2.5,2\n+3.75,3\n`, { col: { 0: [1.25, 2.5, 3.75] } }],
    [
      '00 in front',
      `kontakt,a,y\n${rows(12, (i) => `0049151${2345670 + i * 7919},${i * i},${i % 2}`)}`,
      {
        inputs: [1],
      },
    ],
    [
      'American',
      `kontakt,a,y\n${rows(12, (i) => `(555) ${200 + i}-${1000 + i * 17},${i * i},${i % 2}`)}`,
      {
        inputs: [1],
      },
    ],
    [
      'one missing',
      `kontakt,a,y\n${rows(12, (i) => `${i === 3 ? '' : `+49 151 ${2345670 + i * 7919}`},${i * i},${i % 2}`)}`,
      { inputs: [1] },
    ],
  ])('%s', check)
})

describe('digits that no number holds', () => {
  it.each<Case>([
    [
      'long ids',
      `[${Array.from({ length: 6 }, (_, i) => `{"id":1234567890123456${700 + i},"a":${i}.5,"y":"${i % 2 ? 'u' : 'v'}"}`)}]`,
      {
        kinds: ['id', 'number', 'category'],
        words: { 0: Array.from({ length: 6 }, (_, i) => `1234567890123456${700 + i}`) },
      },
    ],
    [
      'a row a line',
      rows(6, (i) => `{"tweet":1234567890123456${700 + i},"a":${i}.5}`),
      {
        kinds: ['id', 'number'],
        words: { 0: Array.from({ length: 6 }, (_, i) => `1234567890123456${700 + i}`) },
      },
    ],
    [
      'in lists',
      `{"columns":["k","a"],"data":[${Array.from({ length: 6 }, (_, i) => `[-9223372036854775${800 + i},${i}]`)}]}`,
      { names: ['k', 'a'], words: { 0: Array.from({ length: 6 }, (_, i) => `-9223372036854775${800 + i}`) } },
    ],
    [
      'digits within a text',
      `[${Array.from({ length: 6 }, (_, i) => `{"s":"id \\"1234567890123456789\\" ${i}","a":${i}}`)}]`,
      { words: { 0: Array.from({ length: 6 }, (_, i) => `id "1234567890123456789" ${i}`) } },
    ],
    [
      'long decimals are numbers',
      `[${Array.from({ length: 6 }, (_, i) => `{"a":0.1234567890123456${i},"b":1234567890123456.5e3,"y":${i}}`)}]`,
      { kinds: ['number', 'constant', 'number'] },
    ],
    ['in a CSV', `id,a\n${rows(6, (i) => `1234567890123456${700 + i},${i}`)}`, { kinds: ['id', 'number'] }],
    [
      'negative ids in a CSV',
      `key,a\n${rows(6, (i) => `-9223372036854775${800 + i},${i}`)}`,
      {
        words: { 0: Array.from({ length: 6 }, (_, i) => `-9223372036854775${800 + i}`) },
      },
    ],
  ])('%s', check)
})

describe('decimal points and commas in one file', () => {
  it.each<Case>([
    [
      'commas and points',
      `a;y\n${rows(12, (i) => `${i}${i % 2 ? ',' : '.'}5;${i}`)}`,
      {
        kinds: ['number', 'number'],
        col: { 0: Array.from({ length: 12 }, (_, i) => i + 0.5) },
      },
    ],
    [
      'few points',
      `a;y\n${rows(40, (i) => `${i}${i === 7 ? '.' : ','}5;${i}`)}`,
      {
        col: { 0: Array.from({ length: 40 }, (_, i) => i + 0.5) },
      },
    ],
    ['thousands as well', `a;y\n1.234,5;1\n2,5;2\n3.5;3\n4,5;4\n`, { col: { 0: [1234.5, 2.5, 3.5, 4.5] } }],
    ['asks where a mark may be either', `a;y\n1.234;1\n2,5;2\n3.5;3\n4,5;4\n`, { asked: 1 }],
    [
      'another column has points',
      `a;b;y\n1,5;1.5;1\n2,5;2.5;2\n3,25;3.5;3\n`,
      {
        col: { 0: [1.5, 2.5, 3.25], 1: [1.5, 2.5, 3.5] },
      },
    ],
    ['whole numbers between', `a;b\n1;2,5\n2,25;3\n3;4\n`, { col: { 0: [1, 2.25, 3], 1: [2.5, 3, 4] } }],
    ['quoted rows', `"a";"b";"y"\n"1,5";"2";"x"\n2,5;3;z\n"3,5";4;x\n`, { col: { 0: [1.5, 2.5, 3.5] } }],
    [
      'thousands by spaces in some rows',
      `a;y\n1 234,5;1\n234,5;2\n2345,5;3\n`,
      {
        col: { 0: [1234.5, 234.5, 2345.5] },
      },
    ],
  ])('%s', check)
})

describe('a minus behind a number, without names', () => {
  it.each<Case>([
    [
      'minus behind without names',
      rows(8, (i) => `${i * 13}${i % 2 ? '-' : ''};${i},5`),
      {
        header: false,
        count: 8,
        col: { 0: Array.from({ length: 8 }, (_, i) => (i % 2 ? -i * 13 : i * 13)) },
      },
    ],
  ])('%s', check)
})

it('shows how a minus behind and the other decimal mark were read', () => {
  const notes = (text: string) => table(text).columns[0]!.notes
  expect(notes('a;y\n1.234,56-;1\n12,5;2\n3;3\n')).toEqual([
    { kind: 'read-as', text: '1.234,56-', value: -1234.56 },
  ])
  const mixed = `a;y\n${rows(9, (i) => `${i}${i === 4 ? '.' : ','}5;${i}`)}`
  expect(notes(mixed)).toEqual([{ kind: 'read-as', text: '4.5', value: 4.5 }])
  expect(table(mixed).decisions.decimal).toBe('both')
})
