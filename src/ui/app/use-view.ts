import { useEffect } from 'react'
import { useActions, useAppContext, useAppState } from '../shared/app-context.tsx'
import type { View } from '../sweep/view-switch.tsx'

/** Which view the page shows: the sweep, or runs over or beside each other. */
export function useView(): readonly [View, (next: View) => void] {
  const { look, setLive } = useActions()
  const sideBySide = useAppState(({ view }) => view.sideBySide)
  const sweeping = useAppState(({ view }) => view.sweeping)
  const choose = (next: View) => {
    look({ sweeping: next === 'sweep', ...(next !== 'sweep' && { sideBySide: next === 'panes' }) })
    if (next !== 'runs') setLive(false)
  }
  return [sweeping ? 'sweep' : sideBySide ? 'panes' : 'runs', choose]
}

/** The page turns to the runs when a person starts some or turns live mode on, and to the sweep when one is opened. */
export function useTurns() {
  const { app, sweeps } = useAppContext()
  const { look } = useActions()
  useEffect(
    () =>
      app.store.subscribe(({ runGroup, live, view }, before) => {
        const started = runGroup !== before.runGroup && runGroup.length > 0
        // Live mode is seen among the runs and nowhere else.
        if (view.sweeping && (started || (live !== null && before.live === null))) look({ sweeping: false })
      }),
    [app, look],
  )
  useEffect(
    () =>
      sweeps.store.subscribe(({ opened }, before) => {
        if (opened !== before.opened) look({ sweeping: true })
      }),
    [sweeps, look],
  )
}
