import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { NO_TABLES } from '../domain/table/library.ts'
import { curvesFile, readCurvesFile } from './curves-file.ts'
import { readCsv } from './read-csv.ts'
import { records } from './records.testing.ts'
import { csv } from './tables.ts'

const signs = fc.string({ unit: fc.constantFrom(...'=+-@,;|"\\#\t\r\n\'a1{}[]'), maxLength: 12 })

it('no cell that a spreadsheet makes of the file calculates, however it parts the lines', () => {
  fc.assert(
    fc.property(records, signs, (record, name) => {
      const data = { ...record.experiment.data, rows: { columns: [name, name], targets: ['=x', name] } }
      const named = { ...record, name, experiment: { ...record.experiment, data } }
      for (const delimiter of [',', ';', '\t', '|']) {
        const cells = Papa.parse<string[]>(curvesFile(named), { delimiter }).data.flat()
        for (const cell of cells) expect(cell).not.toMatch(/^\s*([=+@]|-(?![\d.]))/)
      }
    }),
    { numRuns: 100 },
  )
})

it('a reader that skips comments gets a plain table', () => {
  fc.assert(
    fc.property(records, (record) => {
      const text = curvesFile(record)
      const { data } = Papa.parse<string[]>(text, { comments: '#', skipEmptyLines: true })
      expect(data).toHaveLength(record.epochs.length + 1)
      expect(data.slice(1).map(([epoch, train]) => [Number(epoch), Number(train)])).toEqual(
        record.epochs.map(({ epoch, train }) => [epoch, train.loss]),
      )
    }),
    { numRuns: 50 },
  )
})

it('reads what CSV writes, as another reader does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(signs, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const text = csv(rows)
      expect(readCsv(text)).toEqual(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1))
    }),
  )
  expect(readCsv('a,"b\n')).toBeNull()
  expect(readCsv('a,"b"c\n')).toBeNull()
  expect(readCsv('a,\nb,c')).toEqual([
    ['a', ''],
    ['b', 'c'],
  ])
})

const [record] = fc.sample(
  records.filter(({ epochs }) => epochs.length > 2),
  { numRuns: 1, seed: 5 },
)
const text = curvesFile(record!)
const changed = (from: string | RegExp, to: string) => text.replace(from, to)

it.each([
  ['a table of other numbers', 'x,y\r\n1,2\r\n', 'table-alone'],
  ['the table without its comments', text.replace(/^#.*\r\n/gm, ''), 'table-alone'],
  ['of a later version', changed('run: 1', 'run: 2'), 'newer'],
  ['cut off in the comments', text.slice(0, 60), 'table-damaged'],
  ['cut off in a line', text.slice(0, text.lastIndexOf(',')), 'table-damaged'],
  ['cut off in a number', text.trimEnd().slice(0, -1), 'table-damaged'],
  ['cut off after a line', text.slice(0, text.trimEnd().lastIndexOf('\n') + 1), 'table-damaged'],
  ['an epoch twice', text + text.slice(text.trimEnd().lastIndexOf('\n') + 1), 'table-damaged'],
  ['without its experiment', changed(/^# experiment.*\r\n/m, ''), 'table-damaged'],
  ['a word for a number', changed(/\r\n1,[^,]*/, '\r\n1,much'), 'table-damaged'],
])('refuses what is %s', (_, content, why) => {
  expect(readCurvesFile(content, NO_TABLES)).toEqual({ ok: false, why })
})

it('a prototype that a comment brings is not taken over', () => {
  const read = readCurvesFile(changed('# id', '# __proto__: {"polluted":1}\r\n# id'), NO_TABLES)
  expect(read.ok).toBe(true)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})
