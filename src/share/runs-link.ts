/**
 * Finished runs in a link: their records as JSON, deflated, in base64url. Weights stay behind, and so do gradients and
 * the clock: what is left draws the curves and is enough to check them by running again.
 */

import { LARGEST_FILE } from '../domain/record-problem.ts'
import type { RunRecord } from '../domain/run.ts'
import { type ReadRecords, readRecords } from '../domain/run-record.ts'
import { runsFile } from './record.ts'

/** Characters; browsers and chat programs cut longer addresses. */
export const LONGEST_LINK = 1_000_000

export async function runsToText(records: readonly RunRecord[]): Promise<string> {
  const json = runsFile(records.map(slim))
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Never rejects; inflating stops at the size of the largest file. */
export async function runsFromText(text: string): Promise<ReadRecords> {
  if (text.length > LONGEST_LINK) return { ok: false, why: 'too-large' }
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const json = await inflated(bytes)
    return json === null ? { ok: false, why: 'too-large' } : readRecords(json)
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

function slim(record: RunRecord): RunRecord {
  const epochs = record.epochs.map((row) => ({ ...row, gradients: [], seconds: 0 }))
  return { ...record, epochs, weights: [] }
}
