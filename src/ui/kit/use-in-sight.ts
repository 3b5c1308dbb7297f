import { type RefObject, useEffect, useState } from 'react'

/** The height of a section's head, in pixels. */
const HEAD = 35

/**
 * Whether any part of a section's body is visible between the heads that stick to the top of the scroller and to its
 * foot.
 */
export function useInSight(ref: RefObject<Element | null>, above: number, below: number): boolean {
  const [seen, setSeen] = useState(true)
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => setSeen(entries.at(-1)!.isIntersecting), {
      root: ref.current!.closest('[data-sections]'),
      rootMargin: `${-above * HEAD - 1}px 0px ${-below * HEAD - 1}px`,
    })
    watch.observe(ref.current!)
    return () => watch.disconnect()
  }, [ref, above, below])
  return seen
}
