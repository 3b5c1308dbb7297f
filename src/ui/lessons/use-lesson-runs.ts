/** The runs of the open lesson, and what its claim comes to in them. */
import { useEffect, useMemo } from 'react'
import { membersOf } from '../../domain/comparison/comparison.ts'
import { recordOf } from '../../files/record.ts'
import type { Judgement, Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import { useAppContext, useAppState } from '../shared/app-context.tsx'

export type LessonRunsState =
  /** They have not been started, or some of them were removed. */
  | 'none'
  | 'going'
  | 'paused'
  /** One was stopped by hand, or when the page was left. */
  | 'stopped'
  | 'failed'
  | 'ended'

export interface LessonRuns {
  readonly state: LessonRunsState
  readonly runs: readonly RunView[]
  /** null before the runs have ended, and while the test set is being scored. */
  readonly judgement: Judgement | null
}

export function useLessonRuns(lesson: Lesson, { scene, runs: ids }: LessonState): LessonRuns {
  const { app } = useAppContext()
  const all = useAppState((state) => state.runs)
  const runs = useMemo(() => ids.flatMap((id) => all.find((run) => run.id === id) ?? []), [ids, all])
  const wanted = useMemo(() => (scene ? membersOf(scene, app.tables).length : 0), [scene, app])
  const state = stateOf(runs, wanted)
  useEffect(() => {
    if (lesson.opensTest && state === 'ended') for (const { id } of runs) void app.actions.openTest(id)
  }, [app, lesson, state, runs])
  const judgement = useMemo(
    () => (state === 'ended' ? judged(lesson, runs, app) : null),
    [lesson, state, runs, app],
  )
  return { state, runs, judgement }
}

function stateOf(runs: readonly RunView[], wanted: number): LessonRunsState {
  if (runs.length === 0 || runs.length < wanted) return 'none'
  const outcomes = runs.map(outcomeOf)
  if (outcomes.some((outcome) => outcome === null))
    return runs.some(({ status }) => status.kind === 'paused') ? 'paused' : 'going'
  if (outcomes.some((outcome) => outcome?.kind === 'stopped')) return 'stopped'
  // A run that diverged in its first epoch has nothing to judge by.
  if (outcomes.some((outcome) => outcome?.kind === 'failed') || runs.some(({ latest }) => latest === null))
    return 'failed'
  return 'ended'
}

function judged(lesson: Lesson, runs: readonly RunView[], app: AppStore): Judgement | null {
  if (lesson.opensTest && runs.some(({ test }) => test.kind !== 'opened')) return null
  return lesson.judge(
    runs.map((run) => ({ ...recordOf(run, app.history(run.id)), experiment: run.experiment })),
  )
}
