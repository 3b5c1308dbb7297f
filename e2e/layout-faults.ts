/**
 * What is wrong with the page as it is laid out now, each fault in one line. Runs inside the page, so it refers to nothing
 * outside itself.
 *
 * Looked at are controls and pieces of text that can be seen. A fault is
 * - `overlap`: two of them are painted on the same pixels, and neither is part of the other;
 * - `cut`: some of one is painted away, and no tooltip or accessible description has its whole text;
 * - `outside`: one reaches over the edge of its column, or of the window;
 * - `page`: the page as a whole scrolls sideways.
 * What lies in a layer of its own (a dialog, a menu, a sticky head) with a background covers what is below it: no fault.
 */
export function layoutFaults(): string[] {
  /** Differences that rounding makes, in pixels. */
  const TOLERANCE = 1.5
  const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="slider"]'
  const COLUMNS = 'main, aside, nav, header, section, form, [role="dialog"], dialog, footer, td, th'
  interface Box {
    left: number
    top: number
    right: number
    bottom: number
  }
  interface Thing {
    element: Element
    name: string
    control: boolean
    /** As it would be painted were nothing cut. */
    whole: Box
    /** What of it can be seen; null where it is scrolled out of sight. */
    seen: Box | null
    layer: Element
  }

  const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom })
  const meet = (a: Box, b: Box): Box | null => {
    const left = Math.max(a.left, b.left)
    const right = Math.min(a.right, b.right)
    const top = Math.max(a.top, b.top)
    const bottom = Math.min(a.bottom, b.bottom)
    return right > left && bottom > top ? { left, top, right, bottom } : null
  }
  const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

  /** What the walks below ask of every element on their way up, asked once. */
  interface Style {
    /** Not painted, or a sentence for ears only, or an invisible control over a visible word. */
    unseen: boolean
    clipX: boolean
    clipY: boolean
    scrollX: boolean
    scrollY: boolean
    /** The element that clips this one and may be clipped in turn; null over the window. */
    within: Element | null
    /** A surface of its own, which covers what is below it. */
    surface: boolean
    edge: Box
  }
  const styles = new Map<Element, Style>()
  const styleOf = (element: Element): Style => {
    const known = styles.get(element)
    if (known) return known
    const css = getComputedStyle(element)
    const edge = element.getBoundingClientRect()
    const opaque = !/rgba\(.*, 0\)|transparent/.test(css.backgroundColor)
    const above = element.parentElement ? styleOf(element.parentElement) : null
    const style: Style = {
      unseen:
        above?.unseen === true ||
        css.opacity === '0' ||
        css.visibility !== 'visible' ||
        css.display === 'none' ||
        (element.parentElement?.matches('details:not([open])') && !element.matches('summary')) ||
        (css.clipPath !== 'none' && edge.width <= 1),
      clipX: css.overflowX !== 'visible',
      clipY: css.overflowY !== 'visible',
      scrollX: /auto|scroll/.test(css.overflowX),
      scrollY: /auto|scroll/.test(css.overflowY),
      within:
        css.position === 'fixed'
          ? null
          : css.position === 'absolute'
            ? ((element as HTMLElement).offsetParent ?? element.parentElement)
            : element.parentElement,
      surface:
        element.matches('dialog[open], [role="dialog"]') ||
        css.position === 'fixed' ||
        css.position === 'sticky' ||
        (css.position === 'absolute' && opaque && css.zIndex !== 'auto'),
      edge: boxOf(edge),
    }
    styles.set(element, style)
    return style
  }

  const seenOf = (element: Element, whole: Box): { seen: Box | null; cut: boolean } => {
    let seen: Box | null = whole
    let cut = false
    for (let at: Element | null = element; at && at !== document.body && seen; at = styleOf(at).within) {
      const { clipX, clipY, scrollX, scrollY, edge } = styleOf(at)
      if (!clipX && !clipY) continue
      cut ||=
        (clipX && !scrollX && (seen.left < edge.left - TOLERANCE || seen.right > edge.right + TOLERANCE)) ||
        (clipY && !scrollY && (seen.top < edge.top - TOLERANCE || seen.bottom > edge.bottom + TOLERANCE))
      seen = meet(seen, {
        left: clipX ? edge.left : Number.NEGATIVE_INFINITY,
        right: clipX ? edge.right : Number.POSITIVE_INFINITY,
        top: clipY ? edge.top : Number.NEGATIVE_INFINITY,
        bottom: clipY ? edge.bottom : Number.POSITIVE_INFINITY,
      })
    }
    return { seen, cut }
  }

  const layerOf = (element: Element): Element => {
    let at = element
    while (at !== document.body && at.parentElement && !styleOf(at).surface) at = at.parentElement
    return at
  }

  const told = (element: Element, text: string): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const ids = at.getAttribute('aria-describedby')?.split(' ') ?? []
      const said = [
        at.getAttribute('title'),
        at.getAttribute('aria-label'),
        ...ids.map((id) => document.getElementById(id)?.textContent),
        at instanceof SVGElement ? at.querySelector(':scope > title')?.textContent : null,
      ]
      if (said.some((each) => words(each).includes(text))) return true
      // The explanation of a verdict begins with its whole name.
      if (at.matches('[data-verdict][data-term]')) return true
      if (at.matches('section, aside, main')) return false
    }
    return false
  }

  const things: Thing[] = []
  const faults: string[] = []
  const add = (element: Element, whole: Box, name: string, control: boolean) => {
    const { seen, cut } = seenOf(element, whole)
    things.push({ element, name, control, whole, seen, layer: layerOf(element) })
    if (cut && (control || !told(element, words(element.textContent)))) faults.push(`cut: ${name}`)
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    const text = words(node.nodeValue)
    if (
      text === '' ||
      element.closest('option, script, style, noscript, title, svg') ||
      styleOf(element).unseen
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
    if (rects.length === 0) continue
    for (const rect of rects) add(element, boxOf(rect), `“${text.slice(0, 60)}”`, false)
  }
  const canvas = document.createElement('canvas').getContext('2d')!
  for (const element of document.querySelectorAll<HTMLElement>(CONTROLS)) {
    const rect = element.getBoundingClientRect()
    if (rect.width < 2 || rect.height < 2 || styleOf(element).unseen) continue
    const label = words(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 60)
    const name = `<${element.tagName.toLowerCase()} ${label || element.id || element.getAttribute('type')}>`
    add(element, boxOf(rect), name, true)
    const style = getComputedStyle(element)
    const room = rect.width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    const value =
      element instanceof HTMLSelectElement
        ? words(element.selectedOptions[0]?.textContent)
        : element instanceof HTMLInputElement && ['text', 'number'].includes(element.type)
          ? element.value
          : ''
    canvas.font = style.font
    if (value !== '' && canvas.measureText(value).width > room + TOLERANCE && !told(element, value))
      faults.push(`cut: ${name} shows “${value}” in ${Math.round(room)} pixels`)
  }

  for (let i = 0; i < things.length; i++)
    for (let j = i + 1; j < things.length; j++) {
      const a = things[i]!
      const b = things[j]!
      if (!a.seen || !b.seen || a.layer !== b.layer) continue
      const shared = meet(a.seen, b.seen)
      if (!shared || a.element.contains(b.element) || b.element.contains(a.element)) continue
      // A label and what it labels are one.
      if (a.element.closest('label')?.contains(b.element)) continue
      const wide = shared.right - shared.left
      const high = shared.bottom - shared.top
      if (wide > TOLERANCE && high > (a.control && b.control ? TOLERANCE : 4))
        faults.push(`overlap: ${a.name} and ${b.name} by ${Math.round(wide)} × ${Math.round(high)}`)
    }

  const width = document.documentElement.clientWidth
  for (const { element, name, seen } of things) {
    if (!seen) continue
    let column = element.parentElement?.closest(COLUMNS)
    // A section may have no box of its own.
    while (column && column.getClientRects().length === 0) column = column.parentElement?.closest(COLUMNS)
    // A menu that opens over the next column belongs to the window alone.
    const edges = [{ of: 'the window', box: { left: 0, right: width } }]
    if (column && layerOf(column) === layerOf(element))
      edges.push({ of: column.tagName.toLowerCase(), box: column.getBoundingClientRect() })
    for (const { of, box } of edges) {
      const over = Math.max(box.left - seen.left, seen.right - box.right)
      // The thumb of a slider at its end stands half outside the line it moves on.
      if (over > (element.matches('input[type="range"]') ? 14 : TOLERANCE))
        faults.push(`outside: ${name} by ${Math.round(over)} over ${of}`)
    }
  }
  const wider = document.documentElement.scrollWidth - width
  if (wider > 0) faults.push(`page: scrolls sideways by ${wider}`)
  return [...new Set(faults)]
}
