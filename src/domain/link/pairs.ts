/** The text of a link as `key=value` pairs. If a key is given twice, its last value counts. */
import type { Problem } from '../experiment/problem.ts'

export type Pairs = Map<string, string>

/** With or without the `#`. A pair that cannot be read is a problem. */
export function readPairs(hash: string, problems: Problem[]): Pairs {
  const pairs: Pairs = new Map()
  for (const pair of hash.replace(/^#/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const value = at > 0 ? decoded(pair.slice(at + 1)) : null
    if (value === null) problems.push({ path: pair.slice(0, 60), kind: 'unreadable' })
    else pairs.set(pair.slice(0, at), value)
  }
  return pairs
}

/** A value that people write freely comes escaped; no other contains a sign that an address would have to escape. */
export function writePairs(pairs: Pairs): string {
  return Array.from(pairs, ([key, value]) => `${key}=${value}`).join('&')
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
