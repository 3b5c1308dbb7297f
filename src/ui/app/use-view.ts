/**
 * Which view the page shows: the sweep, or runs over or beside each other, as a link says. The page turns to the runs
 * when a person starts or opens some or opens a link, and to the sweep when one is opened.
 */
import { useEffect, useState } from 'react'
import { useActions, useAppContext, useAppState } from '../shared/app-context.tsx'
import type { View } from '../sweep/view-switch.tsx'

export function useView(): readonly [View, (next: View) => void] {
  const { app, sweeps } = useAppContext()
  const { look, setLive } = useActions()
  const sideBySide = useAppState(({ view }) => view.sideBySide)
  const [sweeping, setSweeping] = useState(false)
  useEffect(
    () =>
      app.store.subscribe(({ runGroup, runs, linksOpened }, before) => {
        const started = runGroup !== before.runGroup && runGroup.length > 0
        const opened = runs.length > before.runs.length && runs.at(-1)?.imported === true
        if (started || opened || linksOpened !== before.linksOpened) setSweeping(false)
      }),
    [app],
  )
  useEffect(
    () =>
      sweeps.store.subscribe(({ opened }, before) => {
        if (opened !== before.opened) setSweeping(true)
      }),
    [sweeps],
  )
  // Live mode is seen among the runs and nowhere else.
  useEffect(
    () =>
      app.store.subscribe(({ live }, before) => {
        if (live !== null && before.live === null) setSweeping(false)
      }),
    [app],
  )
  const choose = (next: View) => {
    setSweeping(next === 'sweep')
    if (next !== 'runs') setLive(false)
    if (next !== 'sweep') look({ sideBySide: next === 'panes' })
  }
  return [sweeping ? 'sweep' : sideBySide ? 'panes' : 'runs', choose]
}
