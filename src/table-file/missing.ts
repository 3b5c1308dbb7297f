/**
 * What programs write where there is no value: pandas, R, spreadsheets (in English, German and French), databases, SAS
 * and people. Case and the spaces around it do not matter; an empty cell is one of them.
 */
const MISSING_MARKS = [
  ...(['na', 'n/a', 'n.a.', 'nan', '-nan', 'null', 'nil', 'none', '<na>', '<n/a>', '<null>'] as const),
  ...(['(null)', '\\n', '?', '-', '--', '---', '–', '—', '.', '..', '...', '…', '*', '**', '***'] as const),
  ...(['#n/a', '#n/a n/a', '#na', '#nv', '#div/0!', '#div/0', '#value!', '#wert!', '#valeur!'] as const),
  ...(['#ref!', '#bezug!', '#name?', '#num!', '#zahl!', '#nombre!', '#null!', '#spill!', '#calc!'] as const),
  ...(['inf', '+inf', '-inf', 'infinity', '-infinity', '∞', '-∞', '1.#inf', '-1.#inf'] as const),
  ...(['1.#ind', '-1.#ind', '1.#qnan', '-1.#qnan', 'k.a.', 'missing', '缺失', '缺失值'] as const),
] as const

const MARKS: ReadonlySet<string> = new Set(MISSING_MARKS)
const LONGEST = Math.max(...MISSING_MARKS.map((mark) => mark.length))

/** A dash, which stands for a missing value except beside a plus or another sign alone. */
export const isMinus = (cell: string) => /^\s*[-−–]\s*$/.test(cell)

export function isMissing(cell: string): boolean {
  if (cell.length <= LONGEST) return isMark(cell)
  const trimmed = cell.trim()
  return trimmed.length <= LONGEST && isMark(trimmed)
}

function isMark(cell: string): boolean {
  const first = cell.charCodeAt(0)
  // Most cells are numbers, and of marks only those of C's old library begin with a digit.
  if (first >= 48 && first <= 57 && !cell.includes('#')) return false
  const plain = cell.trim()
  return plain === '' || MARKS.has(plain.normalize('NFKC').toLowerCase().replace('−', '-'))
}
