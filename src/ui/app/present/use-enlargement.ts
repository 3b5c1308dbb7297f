import { useEffect, useState } from 'react'

/** The window, in pixels, that the presentation is laid out for: it is enlarged until one side fills the real one. */
const [WIDTH, HEIGHT] = [640, 450]

/** How many times larger than on a page everything is; never smaller. */
export function useEnlargement(): number {
  const [times, setTimes] = useState(enlargement)
  useEffect(() => {
    const follow = () => setTimes(enlargement())
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  return times
}

const enlargement = () => Math.max(1, Math.min(innerWidth / WIDTH, innerHeight / HEIGHT))
