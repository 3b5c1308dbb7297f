/** More files of the kinds of the eleven (cases.test.ts), each with its right reading. */
import { describe, expect, it } from 'vitest'
import { outline, rows, type Wanted } from './cases.testing.ts'

type Case = [name: string, text: string, wanted: Wanted]

const check = (_name: string, text: string, wanted: Wanted) => expect(outline(text, wanted)).toEqual(wanted)

describe('variants', () => {
  it.each<Case>([
    [
      'tabs, decimal commas and thousands',
      `a\tb\n1.116,5\t50,8\n89,0\t1.048,7\n100,1\t29,3\n`,
      {
        col: { 0: [1116.5, 89, 100.1], 1: [50.8, 1048.7, 29.3] },
      },
    ],
    [
      'lists in quotes',
      `m,tags,y\n${rows(9, (i) => `${i},"a,b;c|d",${i}.5`)}`,
      {
        names: ['m', 'tags', 'y'],
      },
    ],
    [
      'lists by slashes',
      `m;tags;y\n${rows(9, (i) => `${i};a/b, c/d;${i},5`)}`,
      {
        names: ['m', 'tags', 'y'],
        col: { 2: Array.from({ length: 9 }, (_, i) => i + 0.5) },
      },
    ],
    [
      'lists in brackets',
      `m,list,y\n${rows(9, (i) => `${i},"[1, 2, ${i}]",${i}.5`)}`,
      {
        names: ['m', 'list', 'y'],
      },
    ],
    [
      'thousands and below',
      `c\tp\n${rows(9, (i) => `t${i}\t${(i * 700).toLocaleString('en')}`)}`,
      {
        col: { 1: Array.from({ length: 9 }, (_, i) => i * 700) },
      },
    ],
    [
      'letters and numbers without names',
      rows(30, (i) => `${'abc'[i % 3]},${'xy'[i % 2]},${i}`),
      { header: false, count: 30 },
    ],
    [
      'a separator more in each row',
      `a,b,y\n${rows(9, (i) => `${i},${i},d${i % 2},`)}`,
      {
        names: ['a', 'b', 'y'],
        count: 9,
      },
    ],
    [
      'R with tabs',
      `a\tb\ty\n${rows(9, (i) => `${i + 1}\t${i}\t${i * i}\tw${i % 2}`)}`,
      {
        names: ['row', 'a', 'b', 'y'],
      },
    ],
    [
      'R, names of rows',
      `mpg,cyl\n${rows(9, (i) => `"Car ${i}",${20 + i}.5,${4 + (i % 3)}`)}`,
      {
        names: ['row', 'mpg', 'cyl'],
        kinds: ['id', 'number', 'number'],
      },
    ],
    [
      'German errors',
      `x;z\n#NV;1\n1,5;2\n#BEZUG!;3\n2,5;#DIV/0!\n`,
      {
        kinds: ['number', 'number'],
        missing: [2, 1],
      },
    ],
    [
      'French errors',
      `x;z\n#N/A;1\n1,5;2\n#VALEUR!;3\n2,5;#NOMBRE!\n`,
      {
        kinds: ['number', 'number'],
        missing: [2, 1],
      },
    ],
    [
      'Chinese parts',
      `x,y,集\n${rows(30, (i) => `${i},${i % 2 ? '正' : '负'},${i % 5 ? '训练' : '测试'}`)}`,
      { target: 1 },
    ],
    [
      'TRUE as part',
      `x,y,is_test\n${rows(30, (i) => `${i},${i % 2},${i % 5 ? 'FALSE' : 'TRUE'}`)}`,
      {
        count: 30,
      },
    ],
    [
      'ids with letters',
      `sample_id,a,y\n${rows(30, (i) => `S-${1000 + i},${i},${i % 2}`)}`,
      {
        kinds: ['id', 'number', 'number'],
        inputs: [1],
      },
    ],
    [
      'uuids',
      `uuid,a,y\n${rows(30, (i) => `550e8400-e29b-41d4-a716-4466554400${10 + i},${i},${i % 2}`)}`,
      { inputs: [1] },
    ],
    [
      'yes and no',
      `ok,a\n${rows(20, (i) => `${i % 2 ? 'yes' : 'no'},${i}`)}`,
      {
        kinds: ['category', 'number'],
      },
    ],
    [
      'dates with times and zones',
      `d,y\n${rows(9, (i) => `2021-03-0${i + 1}T10:00:00+02:00,${i}`)}`,
      {
        kinds: ['date', 'number'],
      },
    ],
    ['years', `year,y\n${rows(9, (i) => `${1990 + i},${i * i}`)}`, { kinds: ['number', 'number'] }],
    [
      'hex codes',
      `colour,y\n${rows(12, (i) => `${['#ff0000', '#00ff00', '#0000ff'][i % 3]},${i}`)}`,
      {
        kinds: ['category', 'number'],
      },
    ],
    ['ISBN', `isbn,y\n${rows(12, (i) => `978-3-16-14841${i % 10}-${i % 9},${i}.5`)}`, { inputs: [] }],
    [
      'coordinates',
      `lat;lon;y\n${rows(9, (i) => `52,5${i};13,4${i};${i}`)}`,
      {
        kinds: ['number', 'number', 'number'],
      },
    ],
    ['mixed line ends', `a,b\r\n1,2\n3,4\r5,6\r\n`, { count: 3 }],
    ['BOM and sep', `sep=;\na;b\n1,5;2\n2,5;3\n3,5;1\n`, { names: ['a', 'b'], count: 3 }],
  ])('%s', check)
})
