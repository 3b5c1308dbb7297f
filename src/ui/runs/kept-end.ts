/** The width of the end of a name that is never cut off, in digits: names often differ there. */
const KEPT = 8
/** A name no wider than this is not parted. */
const WHOLE = 14

/** A Chinese character is as wide as two digits. */
const widthOf = (character: string) => (/\p{Script=Han}/u.test(character) ? 2 : 1)

/**
 * A name as its start, which may be cut, and its end, which stays. The end is measured by its width: were it too wide,
 * nothing would be left of the start, where names say which optimizer they are of.
 */
export function keptEnd(name: string): readonly [start: string, end: string] {
  const characters = [...name]
  const width = characters.reduce((sum, character) => sum + widthOf(character), 0)
  if (width <= WHOLE) return [name, '']
  let [at, kept] = [characters.length, 0]
  while (kept + widthOf(characters[at - 1]!) <= KEPT) kept += widthOf(characters[--at]!)
  return [characters.slice(0, at).join(''), characters.slice(at).join('')]
}
