/** The remedies of a run, each with the run that tried it and what that changed. */
import { useMemo } from 'react'
import { type End, effect, endOf, type Yardstick, yardstick } from '../../domain/diagnosis/remedies/effect.ts'
import type { RemedyKey } from '../../domain/diagnosis/remedies/proposals.ts'
import { type Remedy, remediesFor, remedyFor } from '../../domain/diagnosis/remedies/remedies.ts'
import { sameExperiment } from '../../domain/experiment/identity.ts'
import { cannotRunReason } from '../../domain/parsing/cannot-run.ts'
import { changes } from '../../domain/settings/changes.ts'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import { isInProgress, keptRow, outcomeOf, type RunView } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import { useAppContext, useAppState } from '../shared/app-context.tsx'
import { useDiagnosis } from '../shared/use-diagnosis.ts'

export interface Tried {
  readonly remedy: Remedy
  /** The latest run with one of its values; null where there is none. */
  readonly by: RunView | null
  /** What the two are compared by. */
  readonly yardstick: Yardstick
  /** null of a run without a number to compare by. */
  readonly before: End | null
  readonly after: End | null
  /** Below 0 where it helped; NaN where nobody knows; null while the run goes on, and where there is none. */
  readonly effect: number | null
}

/** null while a run goes on: what it lacks may still come. What only hidden controls could do is not offered. */
export function useRemedies(run: RunView | undefined): readonly Tried[] | null {
  const { app } = useAppContext()
  const diagnosis = useDiagnosis(run)
  const runs = useAppState((state) => state.runs)
  const hide = useAppState(({ view }) => view.hide)
  return useMemo(() => {
    if (!run || !diagnosis?.isFinal) return null
    return remediesFor(run.experiment, diagnosis.epochs, diagnosis, experimentsOf(runs))
      .filter(({ experiment }) => cannotRunReason(experiment, app.deviceMemory) === null)
      .filter(({ experiment }) => !changes(run.experiment, experiment).some(({ key }) => hide.includes(key)))
      .map((remedy) => triedOf(remedy, run, diagnosis, runs))
  }, [app, run, diagnosis, runs, hide])
}

const experimentsOf = (runs: readonly RunView[]) => runs.map(({ experiment }) => experiment)

/** One remedy of a run that has ended, whatever its verdict; null where it is of no use for it, or cannot be run here. */
export function triedRemedy(
  app: AppStore,
  key: RemedyKey,
  run: RunView,
  diagnosis: RunDiagnosis,
  runs: readonly RunView[],
): Tried | null {
  const remedy = remedyFor(key, run.experiment, diagnosis.epochs, diagnosis, experimentsOf(runs))
  if (!remedy || cannotRunReason(remedy.experiment, app.deviceMemory) !== null) return null
  return triedOf(remedy, run, diagnosis, runs)
}

function triedOf(remedy: Remedy, run: RunView, { verdict }: RunDiagnosis, runs: readonly RunView[]): Tried {
  const isOfRemedy = ({ experiment }: RunView) =>
    remedy.values.some((value) => sameExperiment(value, experiment))
  const by = runs.findLast(isOfRemedy) ?? null
  const used = yardstick(verdict, run.experiment, remedy.experiment)
  const before = endOf(outcomeOf(run), keptRow(run))
  const after = by && endOf(outcomeOf(by), keptRow(by))
  const known = by === null || isInProgress(by) ? null : Number.NaN
  return {
    remedy,
    by,
    yardstick: used,
    before,
    after,
    effect: before && after ? effect(before, after, used) : known,
  }
}
