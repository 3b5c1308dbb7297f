/** What panes have in common: one epoch axis, one range of losses and of accuracies, one range of gradients. */
import { useMemo } from 'react'
import type { ChartRun, Level } from '../../charts/types.ts'
import type { EpochRow } from '../../domain/run.ts'
import type { RunView } from '../../store/run-view.ts'
import { useLab, useRoom, useText } from '../lab-context.tsx'
import { gradientRows } from '../side/gradient-view.tsx'
import { levelsOf, useChartRuns } from '../stage/chart-runs.ts'
import { lastEpoch } from '../stage/clock.ts'

export interface Shared {
  readonly epochs: number
  readonly loss: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  readonly quality: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  readonly gradients: readonly (readonly EpochRow[])[]
}

export function useShared(runs: readonly RunView[]): Shared {
  const t = useText()
  const { lab } = useRoom()
  const drawn = useChartRuns(runs, 'epochs')
  const planned = useLab(({ draft }) => draft.experiment.training.epochs)
  return useMemo(() => {
    const trained = drawn.map(lastEpoch)
    const levels = runs.flatMap(({ experiment }) => levelsOf(experiment, t))
    return {
      epochs: Math.max(1, ...(runs.length > 0 ? trained : [planned])),
      loss: { runs: drawn, levels },
      quality: { runs: drawn, levels: [] },
      gradients: runs.map((run) => gradientRows(lab, run)),
    }
  }, [drawn, runs, planned, lab, t])
}
