/** Bytes of a file → text. Spreadsheets save UTF-8, UTF-16 or, in Chinese, GBK; what is none of them is read as Latin-1. */
import type { FileProblem } from './problem.ts'

export const MOST_BYTES = 256 * 1024 * 1024

export type Decoded =
  | {
      readonly ok: true
      readonly text: string /** The encoding to name to a person; null is UTF-8, which needs no mention. */
      readonly encoding: string | null
    }
  | { readonly ok: false; readonly problem: FileProblem }

/** The number of bytes from which the encoding is guessed. */
const JUDGED = 64 * 1024

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return refused({ kind: 'file-too-large', bytes: bytes.length })
  const form = formOf(bytes)
  if (form) return refused({ kind: 'file-binary', form })
  const wide = utf16(bytes)
  if (wide) return { ok: true, text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase() }
  if (bytes.subarray(0, JUDGED).includes(0)) return refused({ kind: 'file-binary', form: 'other' })
  const text = strictly('utf-8', bytes)
  if (text !== null) return { ok: true, text, encoding: null }
  const chinese = strictly('gb18030', bytes)
  if (chinese !== null && (/[\u4e00-\u9fff]{2}/.test(chinese) || arePairs(bytes)))
    return { ok: true, text: chinese, encoding: 'GBK' }
  return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Latin-1' }
}

/** The forms that a person takes for a table and that their first bytes give away; null of any other. */
function formOf(bytes: Uint8Array): 'spreadsheet' | 'archive' | 'page' | 'other' | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'spreadsheet'
  // Spreadsheets are archives too, which begin with files that only they have; a shorter start tells nothing.
  if (start.startsWith('PK\x03\x04'))
    return start.length < 30 ||
      /^.{26,30}(\[Content_Types\]|_rels\/|xl\/|docProps\/|mimetype|Index\/)/s.test(start)
      ? 'spreadsheet'
      : 'archive'
  if (startsWith(bytes, [0x1f, 0x8b])) return 'archive'
  if (/^(ï»¿)?\s*<(!doctype\s+html|html)\b/i.test(start)) return 'page'
  return /^(%PDF-|\{\\rtf)/.test(start) ? 'other' : null
}

const refused = (problem: FileProblem): Decoded => ({ ok: false, problem })

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, i) => bytes[i] === byte)

/** UTF-16 is recognised by its mark, or because every second byte of a text is 0; of Chinese text few others are. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 512)
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++
  if (sample.length < 4 || bytes.length % 2 === 1) return null
  const [even, odd] = zeros as [number, number]
  if (8 * even < odd && odd > sample.length / 3) return 'utf-16le'
  return 8 * odd < even && even > sample.length / 3 ? 'utf-16be' : null
}

/**
 * Whether all bytes beyond ASCII are pairs of the common characters of GB 2312, as where single words such as 男 stand
 * between delimiters. Of European letters two in a row are rare, and none of these pairs is of small letters.
 */
function arePairs(bytes: Uint8Array): boolean {
  const high = bytes.subarray(0, JUDGED)
  for (let at = 0; at < high.length; at++) {
    if (high[at]! < 0x80) continue
    if (high[at]! < 0xb0 || high[at]! > 0xd7 || !(high[at + 1]! >= 0xa1)) return false
    at++
  }
  return true
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
