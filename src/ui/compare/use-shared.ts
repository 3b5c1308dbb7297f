/** The axes that panes share: one x axis, one range of losses, one of accuracies, one of gradients. */
import { useMemo } from 'react'
import type { ChartRun, Level } from '../../charts/kit/types.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import { useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useChartRuns } from '../shared/chart-runs.ts'
import { useLevelsOf } from '../shared/reference-lines.ts'
import { useXAxisText, type XAxisText } from '../shared/x-unit.ts'
import { gradientRows } from '../views/gradient-view.tsx'

export interface Shared {
  readonly axis: XAxisText
  /** The runs as they are drawn, each in its own pane. */
  readonly runs: readonly ChartRun[]
  readonly loss: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  readonly quality: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  /** The gradients in the order of the runs; computed only where panes show them. */
  gradients(): readonly (readonly EpochRow[])[]
}

export function useShared(runs: readonly RunView[]): Shared {
  const t = useText()
  const { app } = useAppContext()
  const drawn = useChartRuns(runs, false)
  const draft = useAppState((state) => state.draft.experiment)
  const levelsOf = useLevelsOf()
  const axis = useXAxisText(drawn, runs[0]?.experiment ?? draft, t)
  return useMemo(() => {
    let gradients: readonly (readonly EpochRow[])[] | undefined
    const levels = runs.map(({ experiment }) => levelsOf(experiment))
    return {
      axis,
      runs: drawn,
      loss: { runs: drawn, levels: levels.flatMap((of) => of.loss) },
      quality: { runs: drawn, levels: levels.flatMap((of) => of.quality) },
      gradients() {
        gradients ??= runs.map((run) => gradientRows(app, run))
        return gradients
      },
    }
  }, [drawn, runs, axis, app, levelsOf])
}
