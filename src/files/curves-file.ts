/**
 * A run's curves as CSV that can be opened again: before the table, comment lines of the form `# key: JSON` contain the
 * rest of the run. pandas and R skip them if asked to (`comment='#'`). Weights are left out.
 */
import { parsedJson } from '../domain/run/parsed-json.ts'
import { LARGEST_FILE } from '../domain/run/record-problem.ts'
import type { RunRecord } from '../domain/run/run.ts'
import { type ReadRecords, recordsFrom } from '../domain/run/run-record.ts'
import { readCsv } from './read-csv.ts'
import { csv, curvesTable } from './tables.ts'

const FIRST = '# fitting-room-run: '
const KEYS = ['id', 'name', 'engine', 'outcome', 'test', 'experiment'] as const

export function curvesFile(record: RunRecord): string {
  const said = KEYS.filter((key) => record[key] !== undefined)
  const comments = said.map((key) => `# ${key}: ${harmless(JSON.stringify(record[key]))}\r\n`)
  const { version, epochs } = record
  return [
    `${FIRST}${version}\r\n`,
    ...comments,
    `# epochs: ${epochs.length}\r\n`,
    csv(curvesTable(epochs)),
  ].join('')
}

/**
 * Escapes the JSON so that no spreadsheet takes any of its strings for a formula: wherever the spreadsheet divides the
 * line, no cell begins within a string, or with a sign that calculates.
 */
function harmless(json: string): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text
      .replace(/\\.|[,;|]/g, (sign) =>
        sign === '\\"' ? escaped('"') : sign.length > 1 ? sign : escaped(sign),
      )
      .replace(/(?<=^")[=+\-@]/, escaped),
  )
}

export const looksLikeCurves = (text: string): boolean => text.startsWith(FIRST)

/** Never throws. A table without the rest of its run is `table-alone`. */
export function readCurvesFile(text: string): ReadRecords {
  if (!looksLikeCurves(text)) return { ok: false, why: 'table-alone' }
  if (text.length > LARGEST_FILE) return { ok: false, why: 'too-large' }
  const { said, table } = split(text)
  const version = said.get('fitting-room-run')
  const epochs = epochsOf(table)
  // A number that was cut off is still a number, so the last line must end properly and no epoch may be
  // missing.
  if (epochs === null || epochs.length !== said.get('epochs') || !text.endsWith('\n'))
    return { ok: false, why: 'table-damaged' }
  const read = recordsFrom({
    ...Object.fromEntries(KEYS.filter((key) => said.has(key)).map((key) => [key, said.get(key)])),
    version,
    epochs,
    weights: [],
  })
  return read.ok || read.why !== 'not-runs' ? read : { ok: false, why: 'table-damaged' }
}

function split(text: string) {
  const said = new Map<string, unknown>()
  let at = 0
  while (text[at] === '#') {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    const colon = line.indexOf(': ')
    if (colon > 0) said.set(line.slice(2, colon), parsedJson(line.slice(colon + 2)))
    at += line.length + 1
  }
  return { said, table: text.slice(at) }
}

/** The epochs, unchecked; null where the table is not as `curvesTable` writes it. */
function epochsOf(text: string): object[] | null {
  const [head = [], ...body] = readCsv(text)?.filter((cells) => cells.join('') !== '') ?? []
  const column = new Map(head.map((name, i) => [name, i]))
  const wanted = ['epoch', 'train_loss', 'validation_loss', 'penalty', 'learning_rate', 'seconds']
  if (!wanted.every((name) => column.has(name))) return null
  const measure = (['accuracy', 'r2'] as const).find((name) => column.has(`train_${name}`)) ?? null
  const layers = head.filter((name) => name.startsWith('gradient_'))
  const read = body.map((cells) => {
    if (cells.length !== head.length) return null
    const figure = (name: string) => numberOf(cells[column.get(name)!])
    const score = (part: string) => {
      const loss = figure(`${part}_loss`)
      return measure === null ? { loss } : { loss, [measure]: figure(`${part}_${measure}`) }
    }
    return {
      epoch: figure('epoch'),
      train: score('train'),
      validation: score('validation'),
      penalty: figure('penalty'),
      learningRate: figure('learning_rate'),
      gradients: layers.map(figure),
      seconds: figure('seconds'),
    }
  })
  return read.every((row) => row !== null) ? read : null
}

/** An empty cell stands for a value that no number can express. */
function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell.trim() === '' ? null : Number(cell)
}
