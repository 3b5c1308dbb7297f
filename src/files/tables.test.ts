import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csv, latex, markdown } from './tables.ts'

/** RFC 4180, read back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',' || text.startsWith('\r\n', i)) {
      rows.at(-1)!.push(cell)
      cell = ''
      if (sign === '\r') {
        rows.push([])
        i++
      }
    } else cell += sign
  }
  return rows.slice(0, -1)
}

const hostile = fc.string({ unit: fc.constantFrom(...'{}=+-@\t\r\n",\'|\\_%$&#~^<a b'), maxLength: 12 })

it('CSV gives every text back, and none that a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), (rows) => {
      for (const [i, cells] of readCsv(csv(rows)).entries())
        for (const [j, cell] of cells.entries()) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/)
          const written = rows[i]![j]!
          expect(cell).toBe(/^[=+\-@\t\r]/.test(written) ? `'${written}` : written)
        }
    }),
  )
  expect(csv([[-0.5, null, Number.NaN]])).toBe('-0.5,,\r\n')
})

it('a Markdown table keeps its shape and shows names as they are', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const lines = markdown([
        ['run', 'loss'],
        [name, -0.5],
      ]).split('\n')
      expect(lines).toHaveLength(4)
      expect(lines[2]).toMatch(/\| -0\.5 \|$/)
      const unescaped = lines[2]!.replace(/\\./g, '')
      expect(unescaped.split('|')).toHaveLength(4)
      expect(unescaped).not.toMatch(/[<`*_[\]]/)
    }),
  )
})

it('LaTeX has no command that a name brought in', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const line = latex([
        ['run', 'loss'],
        [name, 1],
      ]).split('\n')[4]!
      const left = line
        .replace(/\\text(backslash|asciitilde|asciicircum)\{\}/g, '')
        .replace(/\\[{}$&#_%]/g, '')
      expect(left).toMatch(/^ {2}[^\\{}$&#_%~^]* & 1 \\\\$/)
    }),
  )
})
