/** JSON from outside, which may be nested deeper than a browser can bear. */
import { DEEPEST } from './record-problem.ts'

/** undefined where the text is no JSON, or nested beyond reason. */
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

/** Takes a JSON text piece by piece; true once more than `most` brackets were open at a time. */
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
