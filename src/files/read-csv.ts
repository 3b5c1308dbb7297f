import Papa from 'papaparse'

/** The cells of each line; an empty last line is left out. null where a quotation never ends, or ends within a cell. */
export function readCsv(text: string): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' })
  if (errors.some(({ type }) => type === 'Quotes')) return null
  return data.at(-1)?.join('') === '' && data.at(-1)?.length === 1 ? data.slice(0, -1) : data
}
