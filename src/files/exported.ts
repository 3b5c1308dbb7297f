/**
 * Files that the page saves for people and for other programs. Programs, notebooks and pictures of curves carry the link of
 * their experiment, and so can be opened again. Tables of results carry nothing that could be opened.
 */
import type { ImportProblem } from '../domain/run/record-problem.ts'

/** What the page writes above the link of an experiment, whatever the language of the file. */
const OURS = /\b(?:An experiment of|A sweep of|Puts weights that) Fitting Room\b/
const LINK = /\b(?:https?|file):\/\/[^\s"'`<>\\#]*#([^\s"'`<>\\]*)/

/** The part of the link after `#`; null where the text is none of the page's. */
export function experimentLink(text: string): string | null {
  const [ours, link] = [OURS.exec(text), LINK.exec(text)]
  return ours && link && link.index > ours.index ? link[1]!.replaceAll('&amp;', '&') : null
}

/** The first columns of the table of runs, in each language, and some of a sweep's. */
export const RUN_TABLES = [
  ['run', 'verdict', 'best validation loss'],
  ['运行', '诊断', '最佳验证损失'],
]
const SWEEP_TABLE = ['outcome', 'best_epoch', 'best_train_loss', 'best_validation_loss']

/** Whether a text begins as a table of results, in any of the forms in which the page saves it. */
export function resultsTable(text: string): ImportProblem | null {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*\\(?:begin|hline)/.test(line))
  const cells = (lines[0] ?? '').split(/[,;\t|&]/).map((cell) => cell.replace(/["\\]/g, '').trim())
  const heads = cells.filter((cell, i) => cell !== '' || i > 0)
  if (RUN_TABLES.some((run) => run.every((head, i) => heads[i] === head))) return 'run-table'
  return SWEEP_TABLE.every((head) => heads.includes(head)) ? 'sweep-table' : null
}

const PNG = [0x89, 0x50, 0x4e, 0x47]

export const isPicture = (head: Uint8Array, start: string): boolean =>
  start.startsWith('<svg') || PNG.every((byte, i) => head[i] === byte)

/** The words of a notebook's cells; null where a value is no notebook. */
export function notebookText(value: object): string | null {
  if (!('nbformat' in value && 'cells' in value && Array.isArray(value.cells))) return null
  return value.cells
    .map((cell: unknown) =>
      typeof cell === 'object' && cell !== null && 'source' in cell ? cell.source : '',
    )
    .map((source) => (Array.isArray(source) ? source.join('') : String(source)))
    .join('\n')
}
