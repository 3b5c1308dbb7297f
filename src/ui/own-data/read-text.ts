/** Text → columns, by Papa Parse, a piece at a time. */
import Papa from 'papaparse'
import { type ReadRows, RowsReader } from '../../domain/data/read-table.ts'

const PIECE = 1 << 20
const DELIMITERS = [',', '\t', ';', '|']

export function readText(
  text: string,
  header: boolean | null,
  onProgress: (share: number) => void = () => {},
): ReadRows {
  const delimiter = delimiterOf(text)
  const rows = new RowsReader({ delimiter, header })
  let [line, unclosed] = [0, false]
  // Strings are parsed in pieces too, which the package's types do not know.
  const config = {
    delimiter,
    chunkSize: PIECE,
    chunk({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
      const going = data.every((row) => rows.add(row))
      line += data.length
      unclosed ||= errors.some(({ code }) => code === 'MissingQuotes')
      onProgress(Math.min(1, meta.cursor / text.length))
      if (!going || unclosed) parser.abort()
    },
  }
  Papa.parse<string[]>(text, config)
  if (unclosed) return { ok: false, problem: { kind: 'file-quote', line: Math.max(1, line) } }
  return rows.finish()
}

/** The one that the first lines have most of, outside quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const first = head.split(/\r\n|\n|\r/, 20)
  const counts = DELIMITERS.map((delimiter) =>
    first.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  )
  // Decimal commas outnumber the semicolons between them.
  if (counts[2]! >= first.filter((line) => line !== '').length && counts[2]! > 0) return ';'
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}
