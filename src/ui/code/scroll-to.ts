/**
 * How long a person must point at something before anything scrolls, in ms: nothing moves while the pointer only passes
 * by.
 */
export const SETTLED = 150

export function stillOrSmooth(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}

/**
 * Scrolls the view to a line of code unless it is well in view, leaving twice as much room after it as before. Sideways
 * it scrolls until the end of the line shows, but never past its first word. Returns how far it scrolled sideways.
 */
export function scrollToLine(view: Element, line: Element): number {
  const at = line.getBoundingClientRect()
  const frame = view.getBoundingClientRect()
  const seen = at.top >= frame.top + at.height && at.bottom <= frame.bottom - at.height
  const top = view.scrollTop + (seen ? 0 : at.top - frame.top - frame.height / 3)
  const left = Math.round(sideways(view, line))
  view.scrollTo({ top, left, behavior: stillOrSmooth() })
  return left
}

function sideways(view: Element, line: Element): number {
  const range = document.createRange()
  range.selectNodeContents(line)
  const { left, right, width } = range.getBoundingClientRect()
  const text = line.textContent.trimEnd()
  const indent = (width / text.length) * (text.length - text.trimStart().length)
  // The text should have as much free space after it as before it, as far as there is room.
  const start = line.getBoundingClientRect().left
  const beyond = right - start + (left - start) - view.clientWidth
  return Math.max(0, Math.min(beyond, indent, view.scrollWidth - view.clientWidth))
}
