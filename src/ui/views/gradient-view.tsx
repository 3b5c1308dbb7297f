import { memo, useDeferredValue, useMemo } from 'react'
import { GradientChart } from '../../charts/layers/gradient-chart.tsx'
import type { GradientLabels } from '../../charts/layers/gradient-labels.ts'
import { thin } from '../../domain/run/curve.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import { decade, scientific, whole } from '../../text/format.ts'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useChartRuns } from '../shared/chart-runs.ts'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useTimeMark } from '../shared/time-mark.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { useXAxisText, type XAxisText } from '../shared/x-unit.ts'
import { DataTable } from './data-table.tsx'
import { comparableGradients, gradientRatio } from './gradient-ratio.ts'
import { GradientSpread } from './gradient-spread.tsx'
import css from './views.module.css'
import { layerTitle } from './weights/layer-title.ts'

/** The most points of a line: the picture is only as wide as the column. */
const POINTS = 120

/**
 * The gradient of every layer over epochs, which shows whether the first layers still get one, and how it is spread in one of
 * them. A run that ended within its first epoch has only what it began with.
 */
export function GradientView() {
  const run = useDeferredValue(useFocusedRun())
  const live = useLiveRuns()
  if (!run) return null
  return (
    <div className={css.fit}>
      {run.latest && run.latest.gradients.length > 0 && <Gradients run={run} />}
      {!live && <GradientSpread run={run} beside={[run]} />}
    </div>
  )
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
  const ratio = comparableGradients(run.latest)
  const layers = run.latest!.gradients.map((_, i, { length }) => layerTitle(i, length, t))
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
      {ratio && <p className={css.legend}>{gradientRatio(ratio, t).join('')}</p>}
      <DataTable
        caption={t.gradients.title}
        heads={[t.inside.penalty.epoch, ...layers]}
        rows={() => rows.map(({ epoch, gradients }) => [whole(epoch), ...gradients.map(scientific)])}
      />
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
