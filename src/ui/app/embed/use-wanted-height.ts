import { type RefObject, useEffect } from 'react'

/** How high the pictures are in a frame of the wanted height, in pixels: a share of its width, between two bounds. */
const [LOWEST, OF_WIDTH, HIGHEST] = [240, 0.38, 340]

/** What an embedded page tells the page around it; docs/links.md describes it for its users. */
export interface EmbedMessage {
  readonly fittingRoom: { readonly height: number }
}

/**
 * Tells the page around this one how high a frame this one wants: everything at its own height, and the pictures, which fill
 * what a frame leaves them, at one that suits the width. While the width stays, the height never falls, so that
 * a verdict of fewer lines does not move the text below the frame.
 */
export function useWantedHeight(
  page: RefObject<HTMLElement | null>,
  pictures: RefObject<HTMLElement | null>,
) {
  useEffect(() => {
    if (parent === window) return
    let width = 0
    let told = 0
    const tell = () => {
      const { offsetWidth, offsetHeight } = page.current!
      const others = offsetHeight - pictures.current!.offsetHeight
      const ideal = Math.min(HIGHEST, Math.max(LOWEST, OF_WIDTH * offsetWidth))
      const height = Math.ceil(others + ideal)
      if (offsetWidth === width && height <= told) return
      width = offsetWidth
      told = height
      const message: EmbedMessage = { fittingRoom: { height } }
      parent.postMessage(message, '*')
    }
    // Browsers observe nothing in a frame that is out of sight, and the text below it should not move when it is seen.
    tell()
    const watch = new ResizeObserver(tell)
    watch.observe(page.current!)
    watch.observe(pictures.current!)
    return () => watch.disconnect()
  }, [page, pictures])
}
