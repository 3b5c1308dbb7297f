/** The share of the page that counts as seeing it: what begins at its first line is over before a reader is there. */
const SEEN = 0.3

/** Calls back once, when the page comes into sight in whatever page it stands in; returns what gives up waiting. */
export function whenSeen(begin: () => void): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)!.intersectionRatio < SEEN) return
      watch.disconnect()
      begin()
    },
    { threshold: SEEN },
  )
  watch.observe(document.documentElement)
  return () => watch.disconnect()
}
