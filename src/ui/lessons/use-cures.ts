import { useMemo } from 'react'
import { helpsAgainst } from '../../domain/diagnosis/remedies/course-order.ts'
import type { RemedyKey } from '../../domain/diagnosis/remedies/proposals.ts'
import type { RunView } from '../../store/run-view.ts'
import { useAppContext, useAppState } from '../shared/app-context.tsx'
import { type Tried, triedRemedy } from '../verdict/use-remedies.ts'

export interface Cure {
  readonly run: RunView
  readonly tried: Tried
  /** Whether the verdict on the run asks for this remedy. */
  readonly isAskedFor: boolean
}

/**
 * For each remedy, in the same order, the run of these that it is tried on: the first whose verdict asks for it, or else
 * the first that it can change; null where there is none that has ended. With a place, only the run there.
 */
export function useCures(
  ids: readonly string[],
  remedies: readonly RemedyKey[],
  place?: number,
): readonly (Cure | null)[] {
  const { app } = useAppContext()
  const runs = useAppState((state) => state.runs)
  const downloads = useAppState((state) => state.downloads)
  // `downloads` says when the samples are here.
  return useMemo(() => {
    const meant = place === undefined ? ids : ids.slice(place, place + 1)
    const own = meant.flatMap((id) => runs.find((run) => run.id === id) ?? [])
    return remedies.map((key) => {
      const cures = own.flatMap((run): Cure[] => {
        const diagnosis = app.diagnosis(run)
        if (!diagnosis?.isFinal) return []
        const tried = triedRemedy(app, key, run, diagnosis, runs)
        return tried ? [{ run, tried, isAskedFor: helpsAgainst(key, diagnosis.verdict) }] : []
      })
      return cures.find(({ isAskedFor }) => isAskedFor) ?? cures[0] ?? null
    })
  }, [app, ids, remedies, place, runs, downloads])
}
