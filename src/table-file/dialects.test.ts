/** Random tables written in every combination of eight habits are read back as the same numbers, or asked about. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Answer, AS_FOUND } from './options.ts'
import { readTable } from './read-table.ts'

interface Habits {
  readonly delimiter: ',' | '\t' | ';' | '|' | ' '
  readonly decimal: '.' | ','
  readonly thousands: '' | '.' | ',' | ' ' | "'"
  readonly quotes: 'none' | 'needed' | 'all'
  readonly header: boolean
  readonly missing: string
  readonly comments: boolean
  readonly end: '\n' | '\r\n' | '\r'
}

const habits: fc.Arbitrary<Habits> = fc
  .record({
    delimiter: fc.constantFrom(',', '\t', ';', '|', ' '),
    decimal: fc.constantFrom('.', ','),
    thousands: fc.constantFrom('', '.', ',', ' ', "'"),
    quotes: fc.constantFrom('none', 'needed', 'all'),
    header: fc.boolean(),
    missing: fc.constantFrom('', 'NA', '#N/A', 'nan', '?', '..', '-', 'NULL'),
    comments: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .filter(({ decimal, thousands, delimiter, quotes, missing }) => {
    if (decimal === thousands) return false
    // An empty cell between spaces is none.
    if (delimiter === ' ' && missing === '' && quotes !== 'all') return false
    return quotes !== 'none' || (decimal !== delimiter && thousands !== delimiter)
  }) as fc.Arbitrary<Habits>

/** A column of numbers with so many decimals, some of them missing. */
const column = fc.record({
  decimals: fc.integer({ min: 0, max: 5 }),
  size: fc.constantFrom(10, 1000, 1e6),
  shares: fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { freq: 12 }), {
    minLength: 24,
    maxLength: 24,
  }),
})

function written(value: number, decimals: number, { decimal, thousands }: Habits): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const text = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `-${text}` : text
}

it('in eight habits', () => {
  fc.assert(
    fc.property(habits, fc.array(column, { minLength: 1, maxLength: 3 }), (how, columns) => {
      const { delimiter, quotes, header, missing, comments, end } = how
      const cell = (text: string) =>
        quotes === 'all' || (quotes === 'needed' && text.includes(delimiter)) ? `"${text}"` : text
      const values = columns.map(({ decimals, size, shares }) =>
        shares.map((share) => (share === null ? null : Number((share * size).toFixed(decimals)) + 0)),
      )
      const rows = Array.from({ length: 24 }, (_, i) =>
        [
          ...columns.map(({ decimals }, j) => {
            const value = values[j]![i]!
            return value === null ? missing : written(value, decimals, how)
          }),
          ['up', 'down', 'left'][i % 3]!,
        ]
          .map(cell)
          .join(delimiter),
      )
      const names = [...columns.map((_, j) => `size${j}`), 'kind'].map(cell).join(delimiter)
      const lines = [
        ...(comments ? ['# written, for a test; 2 | 3'] : []),
        ...(header ? [names] : []),
        ...rows,
      ]
      if (comments) lines.splice(9, 0, '# a remark')
      const text = lines.join(end) + end
      let result = readTable(text, AS_FOUND)
      if (!result.ok) throw new Error(JSON.stringify(result.problem))
      if (!result.table.decisions.headerSure) result = readTable(text, { ...AS_FOUND, header })
      if (!result.ok) throw new Error(JSON.stringify(result.problem))
      const answers: Record<number, Answer> = {}
      // Where every comma groups three digits it is taken for the mark of thousands, and the column shows both readings.
      for (const [j, { question }] of result.table.columns.entries())
        if (question && (question.found === null || question.text.includes(',')))
          answers[j] = how.decimal === '.' ? 'point' : 'comma'
      if (Object.keys(answers).length > 0) result = readTable(text, { ...AS_FOUND, header, answers })
      if (!result.ok) throw new Error(JSON.stringify(result.problem))
      const read = result.table.columns
      expect(read.at(-1)).toMatchObject({ kind: 'category', words: ['up', 'down', 'left'] })
      expect(read).toHaveLength(columns.length + 1)
      for (const [j, expected] of values.entries())
        expect(Array.from(read[j]!.numbers, (value) => (Number.isNaN(value) ? null : value + 0))).toEqual(
          expected,
        )
    }),
    { numRuns: 300 },
  )
})
