/** Files that hold several tables, below each other, are refused with where the second begins. */
import { describe, expect, it } from 'vitest'
import { names, outline, rows, table, type Wanted } from './cases.testing.ts'

type Case = [name: string, text: string, wanted: Wanted]

const row = (i: number) => `${i},${i * 2}.5,${i % 2 ? 'x' : 'y'}`

const check = (_name: string, text: string, wanted: Wanted) => expect(outline(text, wanted)).toEqual(wanted)

describe('several tables in a file', () => {
  it.each<Case>([
    [
      'blank line, other names',
      `a,b\n1,2\n3,4\n5,6\n\nc,d\n5,6\n7,8\n9,1\n`,
      {
        problem: { kind: 'file-stacked', line: 6 },
      },
    ],
    [
      'other width',
      `a,b\n1,2\n3,4\n5,6\n\nc,d,e\n5,6,1\n7,8,2\n9,1,3\n`,
      {
        problem: { kind: 'file-stacked', line: 6 },
      },
    ],
    [
      'titles',
      `Table 1: x\na,b\n1,2\n3,4\n5,6\n\nTable 2: y\nc,d,e\n5,6,1\n7,8,2\n9,1,3\n`,
      {
        problem: { kind: 'file-stacked', line: 8 },
      },
    ],
    [
      'large second',
      `a,b\n1,2\n3,4\n\nc,d,e\n${rows(40, (i) => `${i},${i},${i}`)}`,
      {
        problem: { kind: 'file-stacked', line: 5 },
      },
    ],
    [
      'no blank line',
      `a,b\n${rows(10, (i) => `${i},${i}`)}\nc,d\n${rows(10, (i) => `${i},${i}`)}`,
      {
        problem: { kind: 'file-stacked', line: 12 },
      },
    ],
    [
      'large, same width',
      `a,b,c\n${rows(100, (i) => `${i},${i}.5,${i}`)}\n\nd,e,f\n${rows(100, (i) => `${i},${i}.5,${i}`)}`,
      { problem: { kind: 'file-stacked', line: 103 } },
    ],
    ['the same names again are one table', `a,b\n1,2\n3,4\n\na,b\n5,6\n7,8\n`, { count: 4 }],
    [
      'blank lines between groups',
      `a,b\n1,2\n3,4\n\n5,6\n7,8\n\n9,1\n`,
      {
        count: 5,
        kinds: ['number', 'number'],
      },
    ],
    [
      'words beside numbers',
      `name,n\nanna,1\ntom,2\n\ncity,m\nrome,3\noslo,4\n`,
      {
        problem: { kind: 'file-stacked', line: 5 },
      },
    ],
    [
      'one broken row is none',
      `a,b\n${rows(40, (i) => (i === 20 ? 'error,error' : `${i},${i}`))}`,
      {
        kinds: ['number', 'number'],
        count: 40,
      },
    ],
  ])('%s', check)
})

describe('and what only looks like it', () => {
  it.each<Case>([
    [
      'words alone',
      `city,colour,kind\n${rows(12, (i) => `${['rome', 'oslo', 'bern'][i % 3]},${['red', 'blue'][i % 2]},${['u', 'v'][i % 2]}`)}`,
      { names: ['city', 'colour', 'kind'], count: 12 },
    ],
    ['numbers without names', rows(12, (i) => `${i},${i * 2},${i * 3}`), { count: 12, header: false }],
    ['first row unknown', `a,b,c\nunknown,0.5,no\n${rows(9, (i) => `${i},${i}.5,yes`)}`, { count: 10 }],
    [
      'settings under names',
      `Parameter,Value\nRate,50\nGain,3\n\nt,x,y\n${rows(9, (i) => `${i},${i}.5,${i * i}`)}`,
      { names: ['t', 'x', 'y'], count: 9 },
    ],
    [
      'padded by a spreadsheet',
      `Report 2021,,,\nby Anna,,,\n,,,\nname,a,b,c\n${rows(9, (i) => `n${i},${i}.5,${i * i},${i}`)}`,
      { names: ['name', 'a', 'b', 'c'], count: 9 },
    ],
    [
      'padded, without an empty line',
      `Report,,,\nname,a,b,c\n${rows(9, (i) => `n${i},${i}.5,${i * i},${i}`)}`,
      { names: ['name', 'a', 'b', 'c'], count: 9 },
    ],
    [
      'a place above',
      `Station,52.5,13.4\nname,a,b\n${rows(9, (i) => `n${i},${i}.5,${i * i}`)}`,
      {
        names: ['name', 'a', 'b'],
        count: 9,
      },
    ],
    [
      'a quotation over lines',
      `"A report,\nby Anna"\n\nname,a,b\n${rows(9, (i) => `n${i},${i}.5,${i * i}`)}`,
      { names: ['name', 'a', 'b'], count: 9 },
    ],
    [
      'a title above tabs and commas',
      `Messung vom 1. März\nA\tB\n${rows(9, (i) => `${i},5\t1.00${i},25`)}`,
      { names: ['A', 'B'], col: { 1: Array.from({ length: 9 }, (_, i) => Number(`100${i}.25`)) } },
    ],
    [
      'Markdown in a text',
      `Some words, and more.\n\n| name | a |\n|---|---|\n${rows(9, (i) => `| n${i} | ${i}.5 |`)}\n\nThe end.`,
      { names: ['name', 'a'], count: 9 },
    ],
    [
      'total and source',
      `name,a\n${rows(9, (i) => `n${i},${i}`)}\nTotal,36\n\nSource: us`,
      {
        names: ['name', 'a'],
        count: 9,
      },
    ],
    [
      'seventy lines above',
      `${rows(70, (i) => `remark number ${i}`)}\nname,a,b\n${rows(90, (i) => `n${i},${i}.5,${i * i}`)}`,
      { names: ['name', 'a', 'b'], count: 90 },
    ],
    [
      'years as names below a preamble',
      `Data Source,World\nUpdated,2021-09-15\n\nCountry,Code,1990,1991\n${rows(8, (i) => `C${i},K${i},${i * 7}.5,${i * 3}.25`)}`,
      { names: ['Country', 'Code', '1990', '1991'], count: 8 },
    ],
    [
      'twelve settings, eight rows',
      `${rows(12, (i) => `key ${i},${i % 3 ? `word ${i}` : i}`)}\n\nt,x,y,z\n${rows(8, (i) => `${i},${i * 2},${i * 3},${i * i}`)}`,
      { names: ['t', 'x', 'y', 'z'], count: 8 },
    ],
    ['the last row cut', `a,b,c\n${rows(8, row)}\n9`, { problem: { kind: 'file-ragged', lines: [10] } }],
    [
      'the last row a cut word',
      `name,b,c\n${rows(8, (i) => `n${i},${i},${i}`)}\nn9`,
      {
        problem: { kind: 'file-ragged', lines: [10] },
      },
    ],
    ['a note with a star', `name,b,c\n${rows(8, (i) => `n${i},${i},${i}`)}\n* estimated`, { count: 8 }],
    [
      'three tables',
      `a,b\n1,2\n3,4\n\nc,d,e\n1,2,3\n4,5,6\n7,8,9\n\nf,g\n1,2\n3,4\n`,
      {
        problem: { kind: 'file-stacked', line: 5 },
      },
    ],
    [
      'groups with their names in a column',
      `group,n\nA,1\nB,2\n\nA,3\nB,4\n`,
      {
        count: 4,
        names: ['group', 'n'],
      },
    ],
    [
      'names above units below a title',
      `Weather\n\ntime,temp,wind\n[h],[C],[m/s]\n${rows(8, (i) => `${i},${i}.5,${i * i}`)}`,
      { names: ['time', 'temp', 'wind'], count: 8 },
    ],
    [
      'semicolons above commas',
      `Name;Anna\nSite;Rome\na,b,c\n${rows(8, row)}`,
      {
        names: ['a', 'b', 'c'],
        count: 8,
        delimiter: ',',
      },
    ],
    [
      'Chinese',
      `数据来源：统计局\n更新时间,2021-09-15\n\n城市,人口,面积\n${rows(8, (i) => `城${i},${i * 100 + 7},${i}.5`)}\n\n注：部分数据为估计值`,
      { names: ['城市', '人口', '面积'], count: 8 },
    ],
    ['a person says that there are no names', `a,b\n${rows(8, (i) => `${i},${i}`)}`, { names: ['a', 'b'] }],
    [
      'no numbers and a title',
      `My friends\n\nname,city\nanna,rome\ntom,oslo\nlisa,bern\n`,
      {
        count: 3,
        names: ['name', 'city'],
      },
    ],
  ])('%s', check)
})

it('of several tables it reads the largest, if a person says so', () => {
  const text = `a,b\n1,2\n3,4\n\nc,d,e\n${rows(9, row)}\n\nf,g\n5,6\n7,8\n`
  const raw = table(text, { skipOdd: true })
  expect([names(raw), raw.count]).toEqual([['c', 'd', 'e'], 9])
  expect(raw.notices).toEqual([
    { kind: 'above', lines: [1, 2, 3], count: 3 },
    { kind: 'below', lines: [16, 17, 18], count: 3 },
  ])
})
