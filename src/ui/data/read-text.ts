/**
 * From text to columns: Papa Parse divides the text into cells, a piece at a time. Every decision about them is made in
 * domain.
 */
import Papa from 'papaparse'
import type { Tokenizer } from '../../domain/table/reading/cells.ts'
import type { ReadOptions } from '../../domain/table/reading/options.ts'
import { type ReadRows, readTable } from '../../domain/table/reading/read-table.ts'

const PIECE = 1 << 20

const tokenize: Tokenizer = (text, delimiter, row, onProgress) => {
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

export const readText = (
  text: string,
  options: ReadOptions,
  onProgress?: (share: number) => void,
): ReadRows => readTable(text, options, tokenize, onProgress)
