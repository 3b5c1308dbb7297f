/**
 * Whether any object in a JSON text has a key twice: `JSON.parse` takes the last and does not report it. The text has
 * been parsed already. It is scanned by hand, since strings of megabytes are too long for a regular expression.
 */
export function repeatedKey(json: string): boolean {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === '"') {
      const end = endOfString(json, at)
      if (isKey(json, end)) {
        const key = JSON.parse(json.slice(at, end)) as string
        const keys = open.at(-1)
        if (keys?.has(key)) return true
        keys?.add(key)
      }
      at = end - 1
    }
  }
  return false
}

/** The index after the quotation mark that closes the one at `from`. */
function endOfString(json: string, from: number): number {
  let at = from + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

function isKey(json: string, from: number): boolean {
  let at = from
  while (/\s/.test(json[at] ?? '')) at++
  return json[at] === ':'
}
