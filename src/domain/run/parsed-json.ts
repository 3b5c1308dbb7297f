/** Parses JSON from outside, which may be nested so deeply that a browser fails on it. */
import { DEEPEST } from './record-problem.ts'

/** undefined if the text is no JSON, or nested too deeply. */
export function parsedJson(json: string): unknown {
  if (depthOver(DEEPEST)(json)) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Scans a JSON text piece by piece; returns true once more than `most` brackets have been open at a time. */
export function depthOver(most: number): (piece: string) => boolean {
  let [depth, inText, escaped, over] = [0, false, false, false]
  return (piece) => {
    for (let at = 0; at < piece.length && !over; at++) {
      const sign = piece.charCodeAt(at)
      if (escaped) escaped = false
      else if (sign === BACKSLASH) escaped = true
      else if (sign === QUOTE) inText = !inText
      else if (inText) continue
      else if (sign === LIST || sign === OBJECT) over = ++depth > most
      else if (sign === LIST_END || sign === OBJECT_END) depth--
    }
    return over
  }
}
