/** The title over the curves: which run they show, and the settings, or the difference, that made it. */
import { useMemo } from 'react'
import { changes } from '../../domain/settings/changes.ts'
import type { RunView } from '../../store/run-view.ts'
import { comparedPair } from '../../store/shown-runs.ts'
import type { Messages } from '../../text/messages.ts'
import { differenceText, runName, sceneName, summary } from '../../text/run-name.ts'
import { useAppState, useText } from './app-context.tsx'
import { useFront, useVisibleRuns } from './chart-runs.ts'
import { useFocusedRun, useShownExperiment } from './use-focused-run.ts'

export interface Headline {
  readonly title: string
  readonly settings: string
  /** The difference between the run in front and the one before it; null where there is no such pair. */
  readonly difference: string | null
}

export function useHeadline(): Headline {
  const t = useText()
  const visible = useVisibleRuns()
  const preset = useAppState(({ draft }) => draft.preset)
  const lesson = useAppState((state) => state.lesson?.key ?? null)
  const said = useShownExperiment()
  const focused = useFocusedRun()
  const several = visible.length > 1
  const front = useFront()
  const difference = useMemo(() => {
    const pair = comparedPair(visible, front)
    return pair && pairText(pair, t)
  }, [visible, front, t])
  const oneOptimizer = new Set(visible.map((run) => run.experiment.optimizer.kind)).size < 2
  // A lesson changes the preset that it begins with, or begins with none.
  const scene = lesson ? t.lessons.list[lesson].title : sceneName(focused ? focused.preset : preset, t)
  return {
    title: several || !focused ? scene : runName(focused, t),
    settings: summary(said, t, oneOptimizer),
    difference,
  }
}

/** How the second run differs from the first, which may be the one that it branched from. */
function pairText([first, second]: readonly [RunView, RunView], t: Messages): string {
  const experiments = [first.experiment, second.experiment] as const
  const differing = changes(...experiments)
  if (second.branch?.run !== first.id) return differenceText(differing, experiments, t)
  // Where it begins decides how far it trains.
  const rest = differing.filter(({ key }) => key !== 'epochs')
  const begins = [
    t.time.branched(second.branch.epoch),
    ...(second.branch.edits ? [t.time.edited(second.branch.edits.length)] : []),
  ]
  const settings =
    rest.length > 0 ? differenceText(rest, experiments, t) : second.branch.edits ? null : t.time.unchanged
  return [...begins, ...(settings === null ? [] : [settings])].join(t.time.comma)
}
