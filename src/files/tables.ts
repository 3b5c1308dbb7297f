/** Tables as text for other programs. What a person named is data there, never code. */

export type Cell = string | number | null

/** RFC 4180. Text that a spreadsheet would run as a formula is quoted with an apostrophe. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function markdown([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head.map(markdownCell), rule, ...rows.map((row) => row.map(markdownCell))].map(line).join('')
}

function markdownCell(cell: Cell): string {
  return shown(cell)
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => (typeof cell === 'string' ? `\\${sign}` : sign))
}

export function latex([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  const line = (row: readonly Cell[]) => `  ${row.map(latexCell).join(' & ')} \\\\\n`
  return `\\begin{tabular}{l${'r'.repeat(Math.max(0, head.length - 1))}}\n  \\hline\n${line(head)}  \\hline\n${rows.map(line).join('')}  \\hline\n\\end{tabular}\n`
}

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '−': '$-$',
  '×': '$\\times$',
}

function latexCell(cell: Cell): string {
  return shown(cell)
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\{}$&#_%~^−×]/g, (sign) => LATEX[sign] ?? `\\${sign}`)
}

function shown(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? (Number.isFinite(cell) ? String(Number(cell.toPrecision(6))) : '') : cell
}
