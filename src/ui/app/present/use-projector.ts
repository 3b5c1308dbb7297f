import { useEffect, useEffectEvent } from 'react'

/**
 * Fills the screen where the browser lets a page, and keeps it awake. Whoever leaves full screen, for which browsers have a
 * key of their own, leaves the presentation.
 */
export function useProjector(leave: () => void) {
  const left = useEffectEvent(leave)
  useEffect(() => {
    let filled = false
    const onChange = () => {
      if (document.fullscreenElement) filled = true
      else if (filled) left()
    }
    document.addEventListener('fullscreenchange', onChange)
    // Not for a page on which nobody has pressed anything, as when a link is opened: browsers refuse it aloud. Telephones
    // do not know it.
    if (navigator.userActivation?.isActive !== false)
      document.documentElement.requestFullscreen?.().catch(() => {})
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
  }, [])
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let gone = false
    const wake = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      const got = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (gone) void got?.release()
      else lock = got
    }
    void wake()
    // A page that was hidden has lost it.
    document.addEventListener('visibilitychange', wake)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', wake)
      void lock?.release()
    }
  }, [])
}
