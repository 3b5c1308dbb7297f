/** The title over the curves: which run they show, and the settings, or the difference, that made it. */
import { useMemo } from 'react'
import { changes } from '../../domain/settings/changes.ts'
import { comparedPair } from '../../store/shown-runs.ts'
import { differenceText, runName, sceneName, summary } from '../../text/run-name.ts'
import { useAppState, useText } from './app-context.tsx'
import { useFront, useVisibleRuns } from './chart-runs.ts'
import { useFocusedRun } from './use-focused-run.ts'

export interface Headline {
  readonly title: string
  readonly settings: string
  /** The difference between the run in front and the one before it; null where there is no such pair. */
  readonly difference: string | null
}

export function useHeadline(): Headline {
  const t = useText()
  const visible = useVisibleRuns()
  const draft = useAppState((state) => state.draft)
  const focused = useFocusedRun()
  const several = visible.length > 1
  const front = useFront()
  const difference = useMemo(() => {
    const pair = comparedPair(visible, front)
    return pair && differenceText(changes(pair[0].experiment, pair[1].experiment), t)
  }, [visible, front, t])
  const said = focused?.experiment ?? draft.experiment
  const oneOptimizer = new Set(visible.map((run) => run.experiment.optimizer.kind)).size < 2
  return {
    title: several || !focused ? sceneName(draft.preset, t) : runName(focused, t),
    settings: summary(said, t, oneOptimizer),
    difference,
  }
}
