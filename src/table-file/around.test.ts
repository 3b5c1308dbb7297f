/** What stands around a table in a file: titles and settings above, sources below, other tables. */
import { describe, expect, it } from 'vitest'
import { outline, rows, table, type Wanted } from './cases.testing.ts'

type Case = [name: string, text: string, wanted: Wanted]

const row = (i: number) => `${i},${i * 2}.5,${i % 2 ? 'x' : 'y'}`

const check = (_name: string, text: string, wanted: Wanted) => expect(outline(text, wanted)).toEqual(wanted)

describe('text above the table', () => {
  it.each<Case>([
    [
      'instrument, semicolons',
      `Device: Logger 7\nSerial;12345\nStart;2021-03-01;12:00\n\nTime;Temp;Hum;Note\n${rows(8, (i) => `${i + 8}:00;${20 + i},5;${40 + i};ok${i % 2}`)}`,
      { names: ['Time', 'Temp', 'Hum', 'Note'], count: 8, kinds: ['time', 'number', 'number', 'category'] },
    ],
    [
      'world bank',
      `"Data Source","World Development Indicators",\n\n"Last Updated Date","2021-09-15",\n\n"Country","Code","1990","1991"\n${rows(8, (i) => `"C${i}","K${i}","${i * 7}.5","${i * 3}.25"`)}`,
      { names: ['Country', 'Code', '1990', '1991'], count: 8 },
    ],
    [
      'as wide as the table',
      `Station,Berlin,52.5,13.4\ndate,temp,hum,wind\n${rows(8, (i) => `2021-01-0${i + 1},${i},${40 + i},${i * 1.5}`)}`,
      { names: ['date', 'temp', 'hum', 'wind'], count: 8, kinds: ['date', 'number', 'number', 'number'] },
    ],
    [
      'wider than the table',
      `This file, exported on Monday, by Anna, has measurements, of things\na,b,c\n${rows(8, row)}`,
      { names: ['a', 'b', 'c'], count: 8 },
    ],
    [
      'twelve lines',
      `${rows(12, (i) => `remark ${i}${i % 3 ? `, more${i % 2 ? ', and more' : ''}` : ''}`)}\na,b,c,d\n${rows(8, (i) => `${i},${i * 2},${i * 3}.5,x`)}`,
      { names: ['a', 'b', 'c', 'd'], count: 8 },
    ],
    [
      'more lines than rows',
      `${rows(9, (i) => `line ${i}`)}\na,b,c\n${rows(4, row)}`,
      {
        names: ['a', 'b', 'c'],
        count: 4,
      },
    ],
    [
      'keys and values',
      `Name,Anna\nAge,31\nSite,Rome\nUnit,mm\n\nt,x,y,z\n${rows(8, (i) => `${i},${i * 2},${i * 3},${i * i}`)}`,
      { names: ['t', 'x', 'y', 'z'], count: 8 },
    ],
    [
      'keys and values above two columns',
      `Name,Anna\nAge,31\nSite,Rome\n\nt,x\n${rows(8, (i) => `${i},${i * 2}`)}`,
      { names: ['t', 'x'], count: 8, kinds: ['number', 'number'] },
    ],
    [
      'spectrometer, tabs',
      `Title\tSpectrum A\nOwner\tAnna\nDate\t2021-03-01\t12:00\nXUNITS\tNM\nXYDATA\nwl\tabs\n${rows(20, (i) => `${400 + i}\t0.${100 + i}`)}`,
      { names: ['wl', 'abs'], count: 20, kinds: ['number', 'number'] },
    ],
    [
      'source below',
      `a,b,c\n${rows(8, row)}\n\nSource: Eurostat\nLast updated: 2021`,
      {
        names: ['a', 'b', 'c'],
        count: 8,
      },
    ],
    [
      'source below with a comma',
      `a,b,c\n${rows(8, row)}\n\n"Source: Eurostat, 2021"`,
      {
        names: ['a', 'b', 'c'],
        count: 8,
      },
    ],
    [
      'units below names below preamble',
      `Weather\nStation,7\n\ntime,temp,hum\n,°C,%\n${rows(8, (i) => `${i}:00,${i}.5,${40 + i}`)}`,
      { names: ['time', 'temp', 'hum'], count: 8 },
    ],
    [
      'a row cut in the middle is no preamble',
      `a,b,c\n1,2,3\n4,5\n${rows(8, (i) => `${i},${i},${i}`)}`,
      {
        problem: { kind: 'file-ragged', lines: [3] },
      },
    ],
    [
      'the first row cut',
      `a,b,c,d\n1,2,3\n${rows(8, (i) => `${i},${i},${i},${i}`)}`,
      {
        problem: { kind: 'file-ragged', lines: [2] },
      },
    ],
    [
      'names too few for the columns',
      `a,b,c\n${rows(8, (i) => `${i},${i},${i},${i},${i}`)}`,
      {
        problem: { kind: 'file-ragged', lines: [1] },
      },
    ],
  ])('%s', check)
})

it('says which lines it left out', () => {
  const raw = table(`A report\nby Anna, Rome\n\na,b,c\n${rows(8, row)}\n\nSource: us`)
  expect(raw.notices).toEqual([
    { kind: 'above', lines: [1, 2], count: 2 },
    { kind: 'below', lines: [14], count: 1 },
  ])
})
