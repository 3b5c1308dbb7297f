import { useEffect, useLayoutEffect, useRef } from 'react'

const FIRST_MS = 400
const NEXT_MS = 80

/** Handlers of a button that acts once on press and repeats while the pointer is held. Keys act as clicks. */
export function useHold(act: () => void) {
  const latest = useRef(act)
  const timer = useRef(0)
  useLayoutEffect(() => {
    latest.current = act
  })
  const stop = () => window.clearTimeout(timer.current)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  function repeat(wait: number) {
    timer.current = window.setTimeout(() => {
      latest.current()
      repeat(NEXT_MS)
    }, wait)
  }

  return {
    onPointerDown: (event: { button: number }) => {
      if (event.button !== 0) return
      stop()
      latest.current()
      repeat(FIRST_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    // A pointer's click has acted on press already; the click of a key or an assistive tool has detail 0.
    onClick: (event: { detail: number }) => {
      if (event.detail === 0) latest.current()
    },
  }
}
