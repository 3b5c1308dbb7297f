import { useCallback } from 'react'
import { forbiddenChanges, type GivenAssignment } from '../../domain/assignment/fixed.ts'
import { type Judgement, judge, meetsAll } from '../../domain/assignment/judge.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { rowLeft } from '../../domain/run/kept-row.ts'
import type { Change } from '../../domain/settings/changes.ts'
import type { RunView } from '../../store/run-view.ts'
import { useAppContext, useAppState } from '../shared/app-context.tsx'

export interface JudgedView {
  readonly judgements: readonly Judgement[]
  /** The changes that are not allowed. */
  readonly changed: readonly Change[]
  /** Whether the run can be handed in and will be accepted, if it is what it says. */
  readonly meets: boolean
}

/** Judges a run of the page or, before there is one, what the controls show. */
export function useJudge(given: GivenAssignment) {
  const { app } = useAppContext()
  // They say when the samples are here that a verdict is made from.
  const downloads = useAppState((state) => state.downloads)
  return useCallback(
    (run: RunView | undefined, draft: Experiment): JudgedView => {
      const experiment = run?.experiment ?? draft
      const asksVerdict = given.conditions.some(({ quantity }) => quantity === 'verdict')
      const judgements = judge(given, {
        experiment,
        row: run ? rowLeft(experiment, run) : null,
        epochs: run?.latest?.epoch ?? 0,
        verdict: (run && asksVerdict && app.diagnosis(run)?.headline) || null,
      })
      const changed = forbiddenChanges(given, experiment)
      return { judgements, changed, meets: meetsAll(judgements) && changed.length === 0 && !run?.branch }
    },
    [app, given, downloads],
  )
}
