/** Downloads and unpacks `public/data/<set>.bin` once, telling how far it is. Rejects with a `DownloadError`. */
import type { DownloadProblem } from '../domain/data/source-key.ts'
import type { DataSetKey } from '../domain/experiment/experiment.ts'
import { messageOf } from '../domain/message-of.ts'
import type { Source } from '../domain/table/source.ts'

interface Manifest {
  readonly [set: string]: {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly count: number
    readonly dtype: 'uint8' | 'float32'
  }
}

export class DownloadError extends Error {
  override name = 'DownloadError'
  readonly why: DownloadProblem

  constructor(why: DownloadProblem, message: string) {
    super(message)
    this.why = why
  }
}

/** `share` of the download that is here, 0..1. */
export type OnProgress = (share: number) => void

const folder = () => new URL('data/', document.baseURI)

export async function loadPacked(set: DataSetKey, onProgress: OnProgress): Promise<Source> {
  try {
    return await load(set, onProgress)
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError('damaged', messageOf(error))
  }
}

async function load(set: DataSetKey, onProgress: OnProgress): Promise<Source> {
  const manifest = (await (await fetched('manifest.json')).json()) as Manifest
  const entry = manifest[set]
  if (!entry) throw new DownloadError('missing', `manifest.json does not list ${set}`)
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
  const response = await reached(fetch(new URL(file, folder())))
  if (!response.ok) throw new DownloadError('missing', `${file}: ${response.status} ${response.statusText}`)
  return response
}

/** What a browser says when a connection fails or breaks off is no sentence, and differs by browser. */
const reached = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw new DownloadError('unreachable', messageOf(error))
  })

async function download(
  response: Response,
  bytes: number,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(bytes)
  const reader = response.body!.getReader()
  let at = 0
  const next = () => reached(reader.read())
  for (let chunk = await next(); !chunk.done; chunk = await next()) {
    if (at + chunk.value.length > bytes) throw new Error('the file is longer than its manifest says')
    packed.set(chunk.value, at)
    at += chunk.value.length
    onProgress(at / bytes)
  }
  if (at < bytes) throw new DownloadError('unreachable', 'the download ended early')
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
