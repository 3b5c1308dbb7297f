/** Downloads and unpacks `public/data/<set>.bin` once, telling how far it is. Rejects in words a person can read. */
import type { Source } from '../domain/data/source.ts'
import type { DataSetKey } from '../domain/experiment.ts'

interface Manifest {
  readonly [set: string]: {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly count: number
    readonly dtype: 'uint8' | 'float32'
  }
}

/** `share` of the download that is here, 0..1. */
export type OnProgress = (share: number) => void

const folder = () => new URL('data/', document.baseURI)

export async function loadPacked(set: DataSetKey, onProgress: OnProgress): Promise<Source> {
  const manifest = (await (await fetched('manifest.json')).json()) as Manifest
  const entry = manifest[set]
  if (!entry) throw new Error(`manifest.json does not list ${set}`)
  const packed = await download(await fetched(entry.file), entry.bytes, onProgress)
  const digest = await sha256(packed)
  if (digest !== null && digest !== entry.sha256) throw new Error(`${entry.file} arrived damaged`)
  const unpacked = await inflated(packed)
  return sourceFrom(unpacked, entry)
}

/** Targets of all samples, then their inputs; float32 is little-endian, as every browser's machine is. */
function sourceFrom(
  { buffer, byteOffset, byteLength }: Uint8Array,
  { count, dtype }: Pick<Manifest[string], 'count' | 'dtype'>,
): Source {
  const numbers =
    dtype === 'uint8'
      ? new Uint8Array(buffer, byteOffset, byteLength)
      : new Float32Array(buffer, byteOffset, byteLength / 4)
  return { targets: numbers.subarray(0, count), inputs: numbers.subarray(count) }
}

async function fetched(file: string): Promise<Response> {
  const response = await fetch(new URL(file, folder()))
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`)
  return response
}

async function download(
  response: Response,
  bytes: number,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(bytes)
  const reader = response.body!.getReader()
  let at = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (at + chunk.value.length > bytes) throw new Error('the file is longer than its manifest says')
    packed.set(chunk.value, at)
    at += chunk.value.length
    onProgress(at / bytes)
  }
  if (at < bytes) throw new Error('the download ended early')
  return packed
}

/** null where the browser has no digests: pages served over plain http from another machine. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!('subtle' in crypto)) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
