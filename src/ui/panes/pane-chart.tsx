import { useMemo } from 'react'
import { CurveChart } from '../../charts/curve-chart.tsx'
import type { Measure } from '../../charts/types.ts'
import type { RunView } from '../../store/run-view.ts'
import { useActions, useLab, useText } from '../lab-context.tsx'
import { levelsOf, useChartRuns } from '../stage/chart-runs.ts'
import { epochLabels } from '../stage/clock.ts'
import { labelsOf } from '../stage/curves.tsx'
import type { Shared } from './use-shared.ts'

interface ChartProps {
  readonly run: RunView
  readonly shared: Shared
  readonly measure: Measure
  /** With the epochs below it, and the one looked at. */
  readonly xAxis: boolean
}

/** The curves of one run in the colours of a single one, on the axes of all. Who shows accuracies gives their title. */
export function PaneChart({ measure, run, shared, xAxis }: ChartProps) {
  const t = useText()
  const { look } = useActions()
  const { scale, smoothing, hover } = useLab((state) => state.view)
  const runs = useChartRuns(
    useMemo(() => [run], [run]),
    'epochs',
  )
  const { experiment } = run
  const levels = useMemo(() => (measure === 'loss' ? levelsOf(experiment, t) : []), [measure, experiment, t])
  const labels = labelsOf(measure, experiment, runs, scale, epochLabels(t), t)
  return (
    <CurveChart
      measure={measure}
      runs={runs}
      scale={measure === 'loss' ? scale : 'linear'}
      smoothing={smoothing}
      until={shared.epochs}
      levels={levels}
      range={shared[measure]}
      hover={hover}
      onHover={(epoch) => look({ hover: epoch })}
      pill={xAxis}
      xAxis={xAxis}
      pennants={measure === 'loss'}
      labels={measure === 'quality' ? { ...labels, title: '' } : labels}
    />
  )
}
