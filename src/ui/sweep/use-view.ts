import { useEffect, useState } from 'react'
import { useRoom } from '../lab-context.tsx'
import type { View } from './view-switch.tsx'

/** Runs or sweep, by choice; who starts a run or opens some, or opens a sweep, wants to see it. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>('runs')
  const { lab, sweeps } = useRoom()
  useEffect(
    () =>
      lab.store.subscribe(({ heat, runs }, before) => {
        const started = heat !== before.heat && heat.length > 0
        const opened = runs.length > before.runs.length && runs.at(-1)?.imported === true
        if (started || opened) setView('runs')
      }),
    [lab],
  )
  useEffect(
    () =>
      sweeps.store.subscribe(({ opened }, before) => {
        if (opened !== before.opened) setView('sweep')
      }),
    [sweeps],
  )
  return [view, setView]
}
