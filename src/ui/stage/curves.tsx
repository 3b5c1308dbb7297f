import { memo, useDeferredValue } from 'react'
import { CurveChart } from '../../charts/curve-chart.tsx'
import type { ChartLabels, ChartRun, Level, Measure } from '../../charts/types.ts'
import { dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment.ts'
import { outputUnits } from '../../domain/model.ts'
import { quality } from '../../domain/run.ts'
import type { RunView } from '../../store/run-view.ts'
import type { Messages } from '../../text/en.ts'
import { loss, percent, setting } from '../../text/format.ts'
import { useActions, useLab, useText } from '../lab-context.tsx'
import { useChartRuns, useLevels, useVisibleRuns } from './chart-runs.ts'
import css from './stage.module.css'

const NO_LEVELS: readonly Level[] = []

interface Props {
  /** Which charts: both share one epoch axis when they stand together. */
  show: readonly Measure[]
}

/**
 * New epochs come ten times a second and may wait until everything a person did is on the page: React draws them in
 * slices, so that no key and no click waits behind a chart.
 */
export function Curves({ show }: Props) {
  return <DrawnCurves show={show} visible={useDeferredValue(useVisibleRuns())} />
}

const DrawnCurves = memo(function DrawnCurves({
  show,
  visible,
}: Props & { readonly visible: readonly RunView[] }) {
  const t = useText()
  const { look } = useActions()
  const runs = useChartRuns(visible)
  const levels = useLevels()
  const view = useLab((state) => state.view)
  const told = useLab(
    ({ runs: all, focus, draft }) => all.find(({ id }) => id === focus)?.experiment ?? draft.experiment,
  )
  const epochs = Math.max(1, ...(runs.length > 0 ? runs.map(lastEpoch) : [told.training.epochs]))
  const both = show.length > 1
  return (
    <div className={css.charts} data-count={show.length} data-curves>
      {show.map((measure) => (
        <div key={measure} className={measure === 'loss' ? css.loss : css.quality}>
          <CurveChart
            measure={measure}
            runs={runs}
            scale={measure === 'loss' ? view.scale : 'linear'}
            smoothing={view.smoothing}
            epochs={epochs}
            levels={measure === 'loss' ? levels : NO_LEVELS}
            hover={view.hover}
            onHover={(hover) => look({ hover })}
            pill={!both || measure === 'loss'}
            xAxis={!both || measure === 'quality'}
            gapMark={measure === 'loss'}
            pennants={!both || measure === 'loss'}
            labels={labelsOf(measure, told, runs, view.scale, t)}
          />
        </div>
      ))}
    </div>
  )
})

const lastEpoch = ({ rows, end }: ChartRun) => Math.max(rows.at(-1)?.epoch ?? 0, end?.epoch ?? 0)

function labelsOf(
  measure: Measure,
  told: Experiment,
  runs: readonly ChartRun[],
  scale: string,
  t: Messages,
): ChartLabels {
  const classes = dataSet(told.data).task === 'classes'
  const title = measure === 'loss' ? t.stage.loss : classes ? t.stage.accuracy : t.stage.r2
  const value = measure === 'loss' ? loss : classes ? (x: number) => percent(x) : (x: number) => x.toFixed(2)
  const kind = told.loss === 'mse' ? 'mse' : outputUnits(told) === 1 ? 'sigmoid' : 'softmax'
  const unit = measure === 'loss' ? t.stage.lossUnits[kind] : ''
  return {
    title,
    unit: measure === 'loss' && scale === 'log' ? `${unit} · ${t.stage.logScale}` : unit,
    train: t.parts.train,
    validation: t.parts.validation,
    test: t.parts.test,
    epoch: t.stage.epochPill,
    epochWord: t.stage.epoch,
    best: t.stage.best,
    gap: t.stage.gap,
    value,
    tick: measure === 'quality' && classes ? (x) => percent(x, 0) : (x) => setting(Number(x.toPrecision(6))),
    summary: summaryOf(measure, title, runs, value, t),
  }
}

function summaryOf(
  measure: Measure,
  title: string,
  runs: readonly ChartRun[],
  value: (x: number) => string,
  t: Messages,
) {
  if (runs.length > 1) return t.stage.overlaySummary(title, runs.map(({ name }) => name).join(', '))
  const row = runs[0]?.rows.at(-1)
  if (!row) return t.stage.emptySummary(title)
  if (measure === 'loss')
    return t.stage.lossSummary(value(row.train.loss), value(row.validation.loss), row.epoch)
  return t.stage.qualitySummary(title, value(quality(row.train)), value(quality(row.validation)), row.epoch)
}
