import { type RefObject, useEffect, useState } from 'react'

/** Of a section's head, in pixels. */
const HEAD = 35

/** Whether any of a section's body can be seen between so many heads at the top of the scroller and at its foot. */
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
