import { type ReactNode, useMemo } from 'react'
import { CurveChart } from '../../charts/curves/curve-chart.tsx'
import type { Measure } from '../../charts/kit/types.ts'
import type { RunView } from '../../store/run-view.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { labelsOf } from '../shared/curves.tsx'
import { useLevelsOf } from '../shared/reference-lines.ts'
import { useTimeMark } from '../shared/time-mark.ts'
import { XUnitSelect } from '../shared/x-unit-select.tsx'
import css from './panes.module.css'
import type { Shared } from './use-shared.ts'

interface ChartProps {
  readonly run: RunView
  readonly shared: Shared
  readonly measure: Measure
  /** Whether the x axis with its numbers, and the place of the crosshair, are written below this chart. */
  readonly xAxis: boolean
}

/**
 * The curves of one run, in the colours of a single run, on the axes that all panes share. Where accuracies are shown,
 * they have a title.
 */
export function PaneChart({ measure, run, shared, xAxis }: ChartProps) {
  const t = useText()
  const { look } = useActions()
  const { scale, smoothing, hover } = useAppState((state) => state.view)
  const mark = useTimeMark(run)
  const { experiment, id } = run
  const runs = useMemo(() => shared.runs.filter((drawn) => drawn.id === id), [shared.runs, id])
  const levelsOf = useLevelsOf()
  const levels = useMemo(() => levelsOf(experiment)[measure], [measure, experiment, levelsOf])
  const { axis } = shared
  const labels = labelsOf(measure, experiment, runs, scale, axis, t)
  return (
    <Clocked on={xAxis}>
      <CurveChart
        measure={measure}
        runs={runs}
        scale={measure === 'loss' ? scale : 'linear'}
        smoothing={smoothing}
        until={axis.until}
        step={axis.step}
        levels={levels}
        range={shared[measure]}
        hover={hover ?? mark}
        onHover={(at) => look({ hover: at })}
        pill={xAxis}
        xAxis={xAxis}
        xUnitMenu
        epochFlags={measure === 'loss'}
        labels={measure === 'quality' ? { ...labels, title: '' } : labels}
      />
    </Clocked>
  )
}

/** The select that changes what the x axis counts lies invisibly over the axis' word. */
export function Clocked({ on, children }: { readonly on: boolean; readonly children: ReactNode }) {
  return (
    <div className={css.clocked}>
      {children}
      {on && <XUnitSelect />}
    </div>
  )
}
