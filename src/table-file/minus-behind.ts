/** Numbers whose minus stands behind them, as business software writes them: `1.234,56-`, `12,50- €`. */

const BEHIND = /^\s*(?![+\-−–])(.*?\d[.,]?)\s?[-−–]\s*(\p{Sc}|[A-Z]{3})?\s*$/u

/** The cell with its minus in front; null where none stands behind. */
export function minusInFront(cell: string): string | null {
  const code = cell.charCodeAt(cell.length - 1)
  // Most cells end in a digit.
  if ((code >= 48 && code <= 57) || cell.length > 48) return null
  const [, number, unit = ''] = BEHIND.exec(cell) ?? []
  return number === undefined || /[-−–]/.test(number) ? null : `-${number}${unit && ` ${unit}`}`
}
