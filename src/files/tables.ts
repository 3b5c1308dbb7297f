/** Curves and the run table as text for other programs. A name that a person gave is written as data, never as code. */
import type { EpochRow } from '../domain/run/run.ts'

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

/** One line an epoch; numbers in full. */
export function curvesTable(rows: readonly EpochRow[]): Cell[][] {
  const [first] = rows
  const measure =
    first?.train.accuracy !== undefined ? 'accuracy' : first?.train.r2 !== undefined ? 'r2' : null
  const qualities = measure === null ? [] : [`train_${measure}`, `validation_${measure}`]
  const layers = first?.gradients.map((_, i) => `gradient_${i + 1}`) ?? []
  const head = ['epoch', 'train_loss', 'validation_loss', ...qualities, 'penalty', 'learning_rate', 'seconds']
  return [
    [...head, ...layers],
    ...rows.map(({ epoch, train, validation, penalty, learningRate, seconds, gradients }) => [
      epoch,
      train.loss,
      validation.loss,
      ...(measure === null ? [] : [train[measure] ?? null, validation[measure] ?? null]),
      penalty,
      learningRate,
      seconds,
      ...gradients,
    ]),
  ]
}
