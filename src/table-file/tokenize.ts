import Papa from 'papaparse'
import type { Delimiter } from './scan.ts'

const PIECE = 1 << 20

/**
 * Divides a text at `\n` and at the delimiter, and removes quotation marks. Calls `row` for each line, empty
 * ones included, until it returns false. Returns whether a quotation was never closed.
 */
export function tokenize(
  text: string,
  delimiter: Delimiter,
  row: (cells: readonly string[]) => boolean,
  onProgress: (share: number) => void,
): { readonly unclosed: boolean } {
  let unclosed = false
  // Papa Parse reads strings in pieces too, which its types do not know.
  const config = {
    delimiter,
    newline: '\n' as const,
    chunkSize: PIECE,
    chunk({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
      const going = data.every(row)
      unclosed ||= errors.some(({ code }) => code === 'MissingQuotes')
      onProgress(Math.min(1, meta.cursor / text.length))
      if (!going || unclosed) parser.abort()
    },
  }
  Papa.parse<string[]>(text, config)
  return { unclosed }
}
