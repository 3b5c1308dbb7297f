/**
 * Finished runs in a link: their records as JSON, deflated, in base64url. Of an epoch there are scores, penalty and learning
 * rate; the rest is left out, and so is what was measured before training. Weights are
 * included where they are few, so that a person who opens the link sees what was learned and can open the test set.
 * Many weights are left out too, and return when the run is trained again.
 */

import { type EpochRow, MEASUREMENT_KEYS, MEASUREMENTS } from '../domain/run/measurements.ts'
import { LARGEST_FILE } from '../domain/run/record-problem.ts'
import type { RunRecord } from '../domain/run/run.ts'
import { type ReadRecords, readRecords } from '../domain/run/run-record.ts'
import type { Tables } from '../domain/table/library.ts'
import { runsFile } from './record.ts'

/** The longest link in characters; browsers and chat programs cut longer addresses. */
export const LONGEST_LINK = 1_000_000

/** The most weights that a link contains, of all runs together: about five characters each. */
const MOST_WEIGHTS = 40_000

const LEFT_BEHIND = MEASUREMENT_KEYS.filter((key) => !MEASUREMENTS[key].inLinks)

/** The runs, in their order, whose weights fit into a link. */
export function runsWithWeights(records: readonly RunRecord[]): ReadonlySet<RunRecord> {
  let room = MOST_WEIGHTS
  return new Set(
    records.filter(({ weights }) => {
      const count = weights.reduce((sum, { values }) => sum + values.length, 0)
      const fits = count <= room && weights.every(({ values }) => values.every(Number.isFinite))
      if (fits) room -= count
      return fits
    }),
  )
}

export async function runsToText(records: readonly RunRecord[]): Promise<string> {
  const heavy = runsWithWeights(records)
  const json = runsFile(records.map((record) => slim(record, heavy.has(record))))
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Never rejects; inflating stops at the size of the largest file. */
export async function runsFromText(text: string, tables: Tables): Promise<ReadRecords> {
  if (text.length > LONGEST_LINK) return { ok: false, why: 'too-large' }
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const json = await inflated(bytes)
    return json === null ? { ok: false, why: 'too-large' } : readRecords(json, tables)
  } catch {
    return { ok: false, why: 'unreadable' }
  }
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true })
    if (text.length <= LARGEST_FILE) continue
    await reader.cancel()
    return null
  }
  return text + decoder.decode()
}

function slim({ start: _, ...record }: RunRecord, withWeights: boolean): RunRecord {
  const epochs = record.epochs.map(slimRow)
  const weights = withWeights
    ? record.weights.map((weight) => ({ ...weight, values: weight.values.map(shortest) }))
    : []
  return { ...record, epochs, weights }
}

/** What is left behind is no layers and no time, where a row has to have them. */
function slimRow(row: EpochRow): EpochRow {
  const slim: Record<string, unknown> = { ...row }
  for (const key of LEFT_BEHIND) {
    const { optional, shape } = MEASUREMENTS[key]
    if (optional) delete slim[key]
    else slim[key] = shape === 'layers' ? [] : 0
  }
  return slim as unknown as EpochRow
}

/** The number with the fewest digits that is the same 32-bit float; nine are always enough. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === Math.fround(value)) return short
  }
  return Number(value.toPrecision(9))
}
