/** The run group as one thing to steer: its state, its epoch, its pace. */
import { useMemo } from 'react'
import { isInProgress, type RunView } from '../../store/run-view.ts'
import { useAppState } from './app-context.tsx'
import { useLiveRuns } from './live-context.tsx'
import { useFocusedRun } from './use-focused-run.ts'

type HeatState = 'idle' | 'waiting' | 'warming' | 'running' | 'paused' | 'ended'

export interface RunGroup {
  readonly runs: readonly RunView[]
  readonly state: HeatState
  /** The epoch of the run that is furthest behind; when none is training, that of the run in focus. */
  readonly epoch: number
  readonly epochs: number
  /** Seconds until the slowest run is done, unless it stops early. */
  readonly left: number | null
  readonly epochsPerSecond: number | null
}

export function useRunGroup(): RunGroup {
  const runs = useAppState((state) => state.runs)
  const ids = useAppState((state) => state.runGroup)
  const pace = useAppState((state) => state.pace)
  const planned = useAppState(({ draft }) => draft.experiment.training.epochs)
  const looked = useFocusedRun()
  const live = useLiveRuns()?.shown?.view
  return useMemo(
    () => runGroupOf(live ? [live] : runs.filter(({ id }) => ids.includes(id)), planned, pace, looked),
    [runs, ids, planned, pace, looked, live],
  )
}

function runGroupOf(
  runs: readonly RunView[],
  planned: number,
  pace: number | null,
  looked: RunView | undefined,
): RunGroup {
  const inProgress = runs.filter(isInProgress)
  if (inProgress.length === 0 && looked)
    return {
      runs,
      state: stateOf(runs),
      epoch: looked.latest?.epoch ?? 0,
      epochs: looked.experiment.training.epochs,
      left: null,
      epochsPerSecond: looked.epochsPerSecond,
    }
  const reached = (of: readonly RunView[]) => of.map(({ latest }) => latest?.epoch ?? 0)
  const epoch = inProgress.length > 0 ? Math.min(...reached(inProgress)) : Math.max(0, ...reached(runs))
  const epochs = runs[0]?.experiment.training.epochs ?? planned
  const most = pace ?? Number.POSITIVE_INFINITY
  const rates = inProgress.map((run) => run.epochsPerSecond && Math.min(run.epochsPerSecond, most))
  const slowest =
    rates.length > 0 && rates.every((rate) => rate !== null) ? Math.min(...(rates as number[])) : null
  const left = slowest === null ? null : (epochs - epoch) / slowest
  return {
    runs,
    state: stateOf(runs),
    epoch,
    epochs,
    left,
    epochsPerSecond: slowest ?? runs[0]?.epochsPerSecond ?? null,
  }
}

function stateOf(runs: readonly RunView[]): HeatState {
  if (runs.length === 0) return 'idle'
  const order = ['running', 'warming', 'waiting', 'paused', 'ended'] as const
  return order.find((kind) => runs.some(({ status }) => status.kind === kind)) ?? 'idle'
}
