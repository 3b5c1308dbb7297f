import { useMemo } from 'react'
import { type AxisKey, axesLeft } from '../../domain/sweep/sweep.ts'
import { useAppState } from './app-context.tsx'

/** What can be varied here: nothing that a link hides. */
export function useAxisKeys(): readonly AxisKey[] {
  const hide = useAppState(({ view }) => view.hide)
  return useMemo(() => axesLeft(hide), [hide])
}
