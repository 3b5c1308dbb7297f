/** What stands over the curves: whose they are, and the settings or the difference that made them. */
import { changes } from '../../domain/knobs.ts'
import { differenceText, runName, sceneName, summary } from '../../text/run-name.ts'
import { useLab, useText } from '../lab-context.tsx'
import { useVisibleRuns } from './chart-runs.ts'

export interface Headline {
  readonly title: string
  readonly settings: string
  /** What differs between the two runs that are drawn; null of one run or many. */
  readonly difference: string | null
}

export function useHeadline(): Headline {
  const t = useText()
  const visible = useVisibleRuns()
  const draft = useLab((state) => state.draft)
  const focused = useLab(({ runs, focus }) => runs.find(({ id }) => id === focus))
  const several = visible.length > 1
  const [first, second] = visible
  const difference =
    visible.length === 2 && first && second
      ? differenceText(changes(first.experiment, second.experiment), t)
      : null
  const said = focused?.experiment ?? draft.experiment
  const oneOptimizer = new Set(visible.map((run) => run.experiment.optimizer.kind)).size < 2
  return {
    title: several || !focused ? sceneName(draft.preset, t) : runName(focused, t),
    settings: summary(said, t, oneOptimizer),
    difference,
  }
}
