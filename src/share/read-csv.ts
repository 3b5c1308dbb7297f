/** RFC 4180, read back: lines end in `\r\n` or `\n`, and an empty last one is none. null where a quotation never ends. */
export function readCsv(text: string): string[][] | null {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at)
    if (cell === null) return null
    row.push(cell.text)
    at = cell.end
    if (text[at] === ',') {
      at++
      if (at === text.length) row.push('')
      else continue
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    else if (at < text.length) return null
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

interface Cell {
  readonly text: string
  readonly end: number
}

function bare(text: string, from: number): Cell {
  let end = from
  while (end < text.length && !',\r\n'.includes(text[end]!)) end++
  return { text: text.slice(from, end), end }
}

function quoted(text: string, from: number): Cell | null {
  let cell = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    cell += text.slice(at, close)
    if (text[close + 1] !== '"') return { text: cell, end: close + 1 }
    cell += '"'
    at = close + 2
  }
}
