/**
 * A run's curves as CSV that can be opened again: before the table, comment lines of the form `# key: JSON` contain the
 * rest of the run. pandas and R skip them if asked to (`comment='#'`). Weights are left out.
 */
import { parsedJson } from '../domain/run/parsed-json.ts'
import { LARGEST_FILE } from '../domain/run/record-problem.ts'
import type { RunRecord } from '../domain/run/run.ts'
import { type ReadRecords, recordsFrom } from '../domain/run/run-record.ts'
import type { Tables } from '../domain/table/library.ts'
import { curvesTable, epochsFromTable } from './curves-table.ts'
import { readCsv } from './read-csv.ts'
import { csv } from './tables.ts'

const FIRST = '# fitting-room-run: '
const KEYS = ['id', 'name', 'engine', 'branch', 'outcome', 'start', 'test', 'experiment'] as const

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
export function readCurvesFile(text: string, tables: Tables): ReadRecords {
  if (!looksLikeCurves(text)) return { ok: false, why: 'table-alone' }
  if (text.length > LARGEST_FILE) return { ok: false, why: 'too-large' }
  const { said, table } = split(text)
  const version = said.get('fitting-room-run')
  const epochs = epochsFromTable(readCsv(table)?.filter((cells) => cells.join('') !== '') ?? [])
  // A number that was cut off is still a number, so the last line must end properly and no epoch may be
  // missing.
  if (epochs === null || epochs.length !== said.get('epochs') || !text.endsWith('\n'))
    return { ok: false, why: 'table-damaged' }
  const record = {
    ...Object.fromEntries(KEYS.filter((key) => said.has(key)).map((key) => [key, said.get(key)])),
    version,
    epochs,
    weights: [],
  }
  const read = recordsFrom(record, tables)
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
