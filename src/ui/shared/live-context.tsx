/**
 * Live mode for all that draws it. Curves, boundary, verdict and numbers take it from here and nowhere else: React draws
 * a new run with low priority, behind the slider under the hand, and then all of it in one piece.
 */
import { createContext, type ReactNode, useContext, useDeferredValue } from 'react'
import type { LiveState } from '../../store/live/live-state.ts'
import { useAppState } from './app-context.tsx'

const LiveContext = createContext<LiveState | null>(null)

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const live = useDeferredValue(useAppState((state) => state.live))
  return <LiveContext value={live}>{children}</LiveContext>
}

/** null while live mode is off. */
export function useLive(): LiveState | null {
  return useContext(LiveContext)
}
