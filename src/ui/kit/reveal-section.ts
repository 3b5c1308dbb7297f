/**
 * Sections in a scroller (`data-sections`) have heads that stick to both ends of it, so that only what lies between the
 * heads is visible.
 */

/** Fewer visible pixels than this count as none: a click on the head then scrolls instead of folding. */
const SLIVER = 12

export function bodyInSight(section: Element): boolean {
  const { body, top, bottom } = measure(section)
  return Math.min(body.bottom, bottom) - Math.max(body.top, top) > Math.min(SLIVER, body.height / 2)
}

/** Scrolls as little as possible to show the controls of a section, or the first of them where not all fit. */
export function revealSection(section: Element) {
  const { scroller, body, top, bottom } = measure(section)
  const by = body.top < top ? body.top - top : Math.min(body.top - top, Math.max(0, body.bottom - bottom))
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: by, behavior: still ? 'auto' : 'smooth' })
}

function measure(section: Element) {
  const scroller = section.closest('[data-sections]')!
  const body = section.querySelector('[data-section-body]')!.getBoundingClientRect()
  const heads = [...scroller.querySelectorAll('summary:has(+ [data-section-body])')]
  const at = heads.findIndex((head) => section.contains(head))
  const high = (some: readonly Element[]) => some.reduce((sum, { clientHeight }) => sum + clientHeight + 1, 0)
  const frame = scroller.getBoundingClientRect()
  return {
    scroller,
    body,
    top: frame.top + high(heads.slice(0, at + 1)),
    bottom: frame.bottom - high(heads.slice(at + 1)),
  }
}
