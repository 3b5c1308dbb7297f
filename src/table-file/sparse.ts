/** Rows that list only the values that are not 0, each with the number of its column: LIBSVM's `1 3:0.5` and Weka's `{3 0.5}`. */

const LIBSVM = /^[+-]?\d+(?:\.\d+)?((?:[ \t]+\d+:[^\s:]+)+)[ \t]*(?:#.*)?$/
const WEKA = /^\{(?:\s*\d+\s+[^,{}]+(?:,|(?=\})))*\s*\}(?:,\s*\{[^{}]*\})?$/
/** So many rows are enough to tell. */
const EXAMINED = 400

/** The number of the first such row where all rows are such; otherwise null. */
export function sparseLine(text: string): number | null {
  const rows: { readonly row: string; readonly line: number }[] = []
  for (const [i, line] of text.split('\n', 4 * EXAMINED).entries()) {
    const row = line.trim()
    if (row !== '' && !/^[#%@]/.test(row) && rows.length < EXAMINED) rows.push({ row, line: i + 1 })
  }
  // Weka's rows stand below the names that the declarations gave.
  const below = rows.slice(1)
  if (below.length > 0 && below.every(({ row }) => WEKA.test(row))) return below[0]!.line
  return rows.length > 1 && areLibsvm(rows.map(({ row }) => row)) ? rows[0]!.line : null
}

/** Times of day look alike: their numbers do not grow along every row, or count the columns from the first. */
function areLibsvm(rows: readonly string[]): boolean {
  const pairs = rows.map((row) => LIBSVM.exec(row)?.[1]?.match(/\S+/g) ?? [])
  const growing = pairs.every((row) =>
    row.every((pair, i) => i === 0 || Number.parseInt(pair, 10) > Number.parseInt(row[i - 1]!, 10)),
  )
  if (!growing || pairs.some((row) => row.length === 0)) return false
  const times = pairs.every((row) => row.every((pair) => /^\d{1,2}:[0-5]\d$/.test(pair)))
  return (
    !times || pairs.every((row) => row.length > 1 && row.every((pair, i) => pair.startsWith(`${i + 1}:`)))
  )
}
