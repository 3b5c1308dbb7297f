import type { RunView } from '../../store/run-view.ts'
import { useAppContext, useFit } from './app-context.tsx'
import { useLiveRuns } from './live-context.tsx'
import { useXUnit, xOf } from './x-unit.ts'

/** The epoch of a run that a person went to, or that nearest to it which was kept; null while nobody did. */
function useTimeEpoch(run: RunView | undefined): number | null {
  const { fit } = useAppContext()
  const live = useLiveRuns()
  const at = useFit((state) => (run === undefined ? undefined : state.at[run.id]))
  return run === undefined || at === undefined || live ? null : fit.epochOf(run)
}

/** Where charts over epochs mark it, in the unit of their x axis. */
export function useTimeMark(run: RunView | undefined): number | null {
  const { app } = useAppContext()
  const unit = useXUnit()
  const epoch = useTimeEpoch(run)
  if (run === undefined || epoch === null) return null
  return xOf(run, unit, app)?.(epoch) ?? epoch
}
