/**
 * Live mode for all that draws it: curves, boundary, verdict and numbers. React draws a new run at once and all of it in
 * one piece. Drawn with low priority it would never be seen: a hand on a slider moves it again before a picture is whole,
 * and React begins anew at each move.
 */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { LiveState } from '../../store/live/live-state.ts'
import { useAppState } from './app-context.tsx'

/** What is on the charts, and how: it changes with every run, and with nothing in between. */
export type LiveCharts = Pick<LiveState, 'shown' | 'before' | 'baseline' | 'paused' | 'fiveSeeds' | 'weights'>

const LiveContext = createContext<LiveState | null>(null)
const LiveChartsContext = createContext<LiveCharts | null>(null)

export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const live = useAppState((state) => state.live)
  const charts = useLiveCharts(live)
  return (
    <LiveContext value={live}>
      <LiveChartsContext value={charts}>{children}</LiveChartsContext>
    </LiveContext>
  )
}

/** The same object as long as its contents are the same. */
function useLiveCharts(live: LiveState | null): LiveCharts | null {
  const isOn = live !== null
  const { shown = null, before = null, baseline = null, weights = null } = live ?? {}
  const { paused = false, fiveSeeds = false } = live ?? {}
  return useMemo(
    () => (isOn ? { shown, before, baseline, paused, fiveSeeds, weights } : null),
    [isOn, shown, before, baseline, paused, fiveSeeds, weights],
  )
}

/** The runs of live mode; null while it is off. */
export function useLiveRuns(): LiveCharts | null {
  return useContext(LiveChartsContext)
}

/** All of live mode; null while it is off. */
export function useLive(): LiveState | null {
  return useContext(LiveContext)
}
