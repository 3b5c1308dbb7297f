/**
 * The width of a text before it is drawn: measured by the browser's own font where there is one, else estimated by the
 * em.
 */

let context: CanvasRenderingContext2D | null | undefined
const known = new Map<string, number>()

export function textWidth(text: string, size: number, weight: number): number {
  // The page sets figures in tabular numerals, all as wide as 0; a canvas does not, so every figure is
  // measured as 0.
  const figures = text.replace(/\d/g, '0')
  const key = `${weight} ${size} ${figures}`
  const before = known.get(key)
  if (before !== undefined) return before
  const pen = canvas()
  if (pen === null) return estimate(text, size)
  pen.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`
  const { width } = pen.measureText(figures)
  // Live values change with every epoch: the cache must not grow with them, nor keep widths from before a web
  // font was loaded for long.
  if (known.size > 500) known.clear()
  if (document.fonts.status === 'loaded') known.set(key, width)
  return width
}

function canvas(): CanvasRenderingContext2D | null {
  if (context === undefined) {
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  }
  return context
}

function estimate(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += character.charCodeAt(0) > 0x2e7f ? 1 : 0.58
  return ems * size
}

/** The text, cut with an ellipsis where it does not fit. */
export function ellipsis(text: string, size: number, weight: number, room: number): string {
  if (textWidth(text, size, weight) <= room) return text
  const characters = [...text]
  for (let length = characters.length - 1; length > 0; length--) {
    const shorter = `${characters.slice(0, length).join('').trimEnd()}…`
    if (textWidth(shorter, size, weight) <= room) return shorter
  }
  return ''
}

/** The number of characters at the end of a run's name that stay: names often differ only there. */
const KEPT = 8

/** A run's name, cut before its end where it does not fit. */
export function shortenedName(name: string, size: number, weight: number, room: number): string {
  const characters = [...name]
  if (textWidth(name, size, weight) <= room || characters.length <= 2 * KEPT)
    return ellipsis(name, size, weight, room)
  const end = characters.slice(-KEPT).join('').trimStart()
  for (let length = characters.length - KEPT - 1; length > 0; length--) {
    const shorter = `${characters.slice(0, length).join('').trimEnd()}…${end}`
    if (textWidth(shorter, size, weight) <= room) return shorter
  }
  return ellipsis(name, size, weight, room)
}
