/**
 * A list of numbers as people type it. Spaces, semicolons, slashes and `、` separate values, and so does a comma beside a
 * space. A comma between digits may separate values too, or be a mark within a number: `16,32,64` is three values,
 * `0,1 0,2` is two and `1,000` is one, for nobody writes the value 000. Where both are possible (`64,128`), the writer
 * must say.
 */
import { typedNumber } from './number-text.ts'

export type ListItem =
  | { readonly kind: 'value'; readonly text: string }
  /** One number, or several: as it was typed. */
  | { readonly kind: 'unclear'; readonly text: string }

/** Spaces that do not break lines stay within numbers: they group thousands. */
const SEPARATORS = /(?:[ \t\r\n\u3000/;；、]|,(?=[ \t\r\n\u3000])|(?<=[ \t\r\n\u3000]),)+/

/** Text that is no number is passed on as it was typed. `whole` says that the values are whole numbers. */
export function listItems(text: string, whole: boolean): ListItem[] {
  const pieces = text
    .replace(/，(?!0\d)/g, ', ')
    .replace(/，/g, ',')
    .split(SEPARATORS)
    .map((piece) => piece.replace(/^,|,$/g, ''))
    .filter((piece) => piece !== '')
  return pieces.flatMap((piece): ListItem[] => {
    const number = typedNumber(piece, whole)
    const several = piece.includes(',') ? piece.split(',') : []
    const asList = several.length > 1 && several.every(isValue)
    if (number.kind === 'ambiguous') return [{ kind: 'unclear', text: piece }]
    // In a list, groups of two digits are values rather than India's way of writing a number.
    const pairs = several.length > 2 && several.slice(1).some(({ length }) => length !== 3)
    const fits = number.kind === 'number' && (!whole || Number.isInteger(number.value)) && !pairs
    const asNumber = number.kind === 'number' && (fits || !asList)
    if (!asNumber) return (asList ? several : [piece]).map((each) => ({ kind: 'value', text: each }))
    // Among values that spaces separate, a comma is a decimal mark.
    const decimal = pieces.length > 1 && !Number.isInteger(number.value)
    return [
      asList && !decimal ? { kind: 'unclear', text: piece } : { kind: 'value', text: String(number.value) },
    ]
  })
}

/** Whether the digits can be a value of their own, and not the end of a number as 000 is. */
const isValue = (text: string) => !/^[+-]?0\d/.test(text) && typedNumber(text, false).kind === 'number'
