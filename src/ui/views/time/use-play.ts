import { useEffect, useEffectEvent, useState } from 'react'
import { useMedia } from '../../shared/use-page.ts'

export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** At speed 1 a whole run takes so many ms. */
const WHOLE = 10_000
/** Views follow ten times a second; where motion is reduced, in twenty steps, two a second. */
const EVERY = { full: 100, reduced: 500 }

interface Played {
  readonly at: number
  readonly first: number
  readonly last: number
  onAt(epoch: number): void
}

/** Moves over the epochs by itself, from where it is, or from the first one if it is at the end. */
export function usePlay({ at, first, last, onAt }: Played) {
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(1)
  const reduced = useMedia('(prefers-reduced-motion: reduce)')
  const every = reduced ? EVERY.reduced : EVERY.full
  const step = Math.max(reduced ? 1 : 0, ((last - first) * speed * every) / WHOLE)
  const move = useEffectEvent((place: number) => {
    const epoch = Math.min(last, Math.round(place))
    if (epoch !== at) onAt(epoch)
    if (epoch >= last) setPlaying(false)
  })
  const start = useEffectEvent(() => (at >= last ? first : at))
  useEffect(() => {
    if (!playing) return
    let place = start()
    const timer = setInterval(() => {
      place += step
      move(place)
    }, every)
    return () => clearInterval(timer)
  }, [playing, step, every])
  return { playing, setPlaying, speed, setSpeed }
}
