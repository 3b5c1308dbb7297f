import { memo, useDeferredValue, useMemo } from 'react'
import { GradientChart } from '../../charts/layers/gradient-chart.tsx'
import type { GradientLabels } from '../../charts/layers/gradient-labels.ts'
import { thin } from '../../domain/run/curve.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import { decade, scientific } from '../../text/format.ts'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useChartRuns } from '../shared/chart-runs.ts'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useTimeMark } from '../shared/time-mark.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { useXAxisText, type XAxisText } from '../shared/x-unit.ts'
import { GradientSpread } from './gradient-spread.tsx'
import css from './views.module.css'

/** The most points of a line: the picture is only as wide as the column. */
const POINTS = 120

/** The gradient of every layer over epochs, which shows whether the first layers still get one. */
export function GradientView() {
  const run = useDeferredValue(useFocusedRun())
  // A single layer has no other to compare it with.
  if (!run?.latest || run.latest.gradients.length < 2) return null
  return <Gradients run={run} />
}

const Gradients = memo(function Gradients({ run }: { readonly run: RunView }) {
  const t = useText()
  const { look } = useActions()
  const mark = useTimeMark(run)
  const hover = useAppState(({ view }) => view.hover) ?? mark
  const { app } = useAppContext()
  const rows = useMemo(() => gradientRows(app, run), [app, run])
  const drawn = useChartRuns(
    useMemo(() => [run], [run]),
    false,
  )
  const axis = useXAxisText(drawn, run.experiment, t)
  const labels = useGradientLabels(run, axis)
  const live = useLiveRuns()
  return (
    <section className={css.fit} aria-label={t.gradients.title}>
      <div className={css.fitHead}>
        <h3>{t.gradients.title}</h3>
        <span className={css.hint} title={t.gradients.unitHint}>
          {t.gradients.unit}
        </span>
      </div>
      <div className={css.gradients}>
        <GradientChart
          rows={rows}
          xUnit={drawn[0]?.xUnit}
          until={axis.until}
          step={axis.step}
          hover={hover}
          onHover={(at) => look({ hover: at })}
          labels={labels}
        />
      </div>
      {!live && <GradientSpread run={run} />}
    </section>
  )
})

export function gradientRows(app: AppStore, run: RunView): readonly EpochRow[] {
  return thin(app.outline(run), POINTS)
}

export function useGradientLabels({ latest }: RunView, { labels }: XAxisText): GradientLabels {
  const t = useText()
  const layers = latest?.gradients.length ?? 0
  return useMemo(
    () => ({
      summary: t.gradients.label(layers),
      tick: decade,
      value: scientific,
      layer: t.gradients.layer,
      output: t.panes.output,
      ...labels,
    }),
    [t, layers, labels],
  )
}
