/**
 * The safetensors format, float32 only: eight bytes that say how long the header is (little-endian), the header as JSON,
 * padded with spaces, then the numbers end to end. `data_offsets` count from the end of the header. The reader is strict,
 * as the format asks: no key twice, no byte that belongs to two arrays or to none.
 */
import { parsedJson } from '../domain/run/parsed-json.ts'
import { repeatedKey } from './repeated-key.ts'

export interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

interface Safetensors {
  readonly tensors: readonly Tensor[]
  readonly metadata: ReadonlyMap<string, string>
}

export type ReadSafetensors =
  | ({ readonly ok: true } & Safetensors)
  | { readonly ok: false; readonly why: 'damaged' | 'too-large' | 'kind' }

/** The longest header in bytes; it may contain the whole record of a run. */
const LONGEST_HEADER = 100_000_000
const MOST_TENSORS = 10_000
const METADATA = '__metadata__'
const START = 8

export function writeSafetensors(tensors: readonly Tensor[], metadata: ReadonlyMap<string, string>): Blob {
  let at = 0
  const entries = tensors.map(({ name, shape, values }) => {
    const from = at
    at += 4 * values.length
    return [name, { dtype: 'F32', shape, data_offsets: [from, at] }]
  })
  const header = Object.fromEntries([[METADATA, Object.fromEntries(metadata)], ...entries])
  const json = new TextEncoder().encode(JSON.stringify(header))
  const length = Math.ceil(json.length / 8) * 8
  const head = new Uint8Array(START + length).fill(0x20)
  new DataView(head.buffer).setBigUint64(0, BigInt(length), true)
  head.set(json, START)
  return new Blob([head, ...tensors.map(({ values }) => littleEndian(values))])
}

/** Whether bytes begin as such a file does: no text contains zeros. */
export function looksLikeSafetensors(head: Uint8Array): boolean {
  return head.length > START && head[START] === 0x7b && head.subarray(5, START).every((byte) => byte === 0)
}

/** Never throws. */
export function readSafetensors(bytes: Uint8Array): ReadSafetensors {
  if (bytes.length < START) return refused('damaged')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getBigUint64(0, true)
  if (length > BigInt(bytes.length - START)) return refused('damaged')
  if (length > BigInt(LONGEST_HEADER)) return refused('too-large')
  const end = START + Number(length)
  const header = headerOf(bytes.subarray(START, end))
  if (header === null) return refused('damaged')
  const metadata = metadataOf(header[METADATA])
  const named = Object.entries(header).filter(([name]) => name !== METADATA)
  if (metadata === null) return refused('damaged')
  if (named.length > MOST_TENSORS) return refused('too-large')
  const places = named.map(([name, value]) => placeOf(name, value))
  if (!places.every((place) => place !== null)) return refused('damaged')
  if (places.some(({ dtype }) => dtype !== 'F32')) return refused('kind')
  if (!tiles(places, bytes.length - end)) return refused('damaged')
  const tensors = places.map(({ name, shape, from, to }) => ({
    name,
    shape,
    values: floats(view, end + from, (to - from) / 4),
  }))
  return { ok: true, tensors, metadata }
}

const refused = (why: 'damaged' | 'too-large' | 'kind'): ReadSafetensors => ({ ok: false, why })

function headerOf(bytes: Uint8Array): Record<string, unknown> | null {
  if (bytes[0] !== 0x7b) return null
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
  const header = parsedJson(text)
  return isRecord(header) && !repeatedKey(text) ? header : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function metadataOf(value: unknown): Map<string, string> | null {
  if (value === undefined) return new Map()
  if (!isRecord(value)) return null
  const entries = Object.entries(value)
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? new Map(entries)
    : null
}

interface Place {
  readonly name: string
  readonly dtype: string
  readonly shape: readonly number[]
  readonly from: number
  readonly to: number
}

function placeOf(name: string, value: unknown): Place | null {
  if (!isRecord(value)) return null
  const { dtype, shape, data_offsets: offsets } = value
  if (typeof dtype !== 'string' || !isSizes(shape) || !isSizes(offsets) || offsets.length !== 2) return null
  return { name, dtype, shape, from: offsets[0]!, to: offsets[1]! }
}

const isSizes = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0)

/** Checks that each array has as many bytes as its shape needs, and that together they cover the file. */
function tiles(places: readonly Place[], length: number): boolean {
  let at = 0
  for (const { shape, from, to } of places.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from !== at || to - from !== 4 * shape.reduce((product, size) => product * size, 1)) return false
    at = to
  }
  return at === length
}

function floats(view: DataView, at: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true))
}

function littleEndian(values: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true)
  return bytes
}
