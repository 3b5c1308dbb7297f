/** JSON from outside. What this page writes is a handful of brackets deep; a million of them hold a browser up for seconds. */
const DEEPEST = 100

/** undefined where the text is no JSON, or nested beyond reason. */
export function parsedJson(json: string): unknown {
  if (depthOver(json, DEEPEST)) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const OPENING: readonly number[] = [0x5b, 0x7b]
const CLOSING: readonly number[] = [0x5d, 0x7d]

function depthOver(json: string, most: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at)
    if (sign === BACKSLASH) at++
    else if (sign === QUOTE) inText = !inText
    else if (inText) continue
    else if (OPENING.includes(sign)) depth++
    else if (CLOSING.includes(sign)) depth--
    if (depth > most) return true
  }
  return false
}
