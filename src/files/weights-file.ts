/**
 * A run's weights as safetensors, under the names of its record (docs/files.md). The metadata say which run they belong
 * to and carry the rest of it as JSON, so that the file opened again is the same run.
 */
import { parsedJson } from '../domain/run/parsed-json.ts'
import { LARGEST_FILE } from '../domain/run/record-problem.ts'
import { type RunRecord, restoredEpoch } from '../domain/run/run.ts'
import { type ReadRecords, recordsFrom } from '../domain/run/run-record.ts'
import type { Tables } from '../domain/table/library.ts'
import { readSafetensors, writeSafetensors } from './safetensors.ts'

/** The key of the record in the metadata. */
const RECORD = 'fitting-room'

/** `link` is the address that shows the experiment on the page. */
export function weightsFile(record: RunRecord, link: string): Blob {
  const { outcome, name, weights, epochs } = record
  const restored = outcome && restoredEpoch(outcome)
  const metadata = new Map([
    ...(name === undefined ? [] : [['name', name] as const]),
    ['link', link],
    ['epoch', String(restored ?? epochs.length)],
    ['weights', restored === null ? 'last' : 'best, restored'],
    [RECORD, JSON.stringify({ ...record, weights: [] })],
  ])
  const tensors = weights.map(({ name, shape, values }) => ({
    name,
    shape,
    values: Float32Array.from(values),
  }))
  return writeSafetensors(tensors, metadata)
}

const WHY = { damaged: 'weights-damaged', 'too-large': 'too-large', kind: 'weights-kind' } as const

/** Never throws. */
export function readWeightsFile(bytes: Uint8Array, tables: Tables): ReadRecords {
  const read = readSafetensors(bytes)
  if (!read.ok) return { ok: false, why: WHY[read.why] }
  const json = read.metadata.get(RECORD)
  if (json === undefined) return { ok: false, why: 'weights-alone' }
  if (json.length > LARGEST_FILE) return { ok: false, why: 'too-large' }
  const record = parsedJson(json)
  if (typeof record !== 'object' || record === null) return { ok: false, why: 'weights-damaged' }
  const weights = read.tensors.map(({ values, ...rest }) => ({ ...rest, values: Array.from(values) }))
  return recordsFrom({ ...record, weights }, tables)
}
