import { memo, useDeferredValue, useMemo, useRef } from 'react'
import { CurveChart } from '../../charts/curves/curve-chart.tsx'
import { haveRoom, SmallMultiples } from '../../charts/curves/small-multiples.tsx'
import type { ChartLabels, ChartRun, Measure } from '../../charts/kit/types.ts'
import { useSize } from '../../charts/kit/use-size.ts'
import { dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { outputUnits } from '../../domain/network/inputs-outputs.ts'
import { quality } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import type { Lower } from '../../store/view-choices.ts'
import { loss, percent, rSquared, signedText, tick } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppState, useText } from './app-context.tsx'
import { useChartRuns, useHeldRange, useVisibleRuns } from './chart-runs.ts'
import css from './curves.module.css'
import { useLiveRuns } from './live-context.tsx'
import { useLevels } from './reference-lines.ts'
import { useTimeMark } from './time-mark.ts'
import { useFocusedRun, useShownExperiment } from './use-focused-run.ts'
import { useXAxisText, type XAxisText } from './x-unit.ts'
import { XUnitSelect } from './x-unit-select.tsx'

/** From this number of runs on, overlaid lines are also shown one by one. */
const CROWD = 3
/** More plots than this would be too small to show a shape. */
const MOST_APART = 12
/** The share of the lower chart in the height of both, as in the style sheet. */
const LOWER_SHARE = 0.38

interface Props {
  /** Which charts are shown: where both are, they share one x axis. */
  show: readonly Measure[]
}

/**
 * New epochs come ten times a second, and React draws them with low priority, in slices: no key and no click waits
 * behind a chart. The first epochs of a run, which somebody is waiting for, are drawn at once, and so is a live run, which
 * follows the hand (live-context.tsx).
 */
export function Curves({ show }: Props) {
  const visible = useVisibleRuns()
  const later = useDeferredValue(visible)
  const drawn = new Set(later.filter(hasEpochs).map(({ id }) => id))
  const isAwaited = visible.some((run) => hasEpochs(run) && !drawn.has(run.id))
  return <DrawnCurves show={show} visible={useLiveRuns() || isAwaited ? visible : later} />
}

const hasEpochs = ({ latest }: RunView) => latest !== null

const DrawnCurves = memo(function DrawnCurves({
  show,
  visible,
}: Props & { readonly visible: readonly RunView[] }) {
  const t = useText()
  const { look } = useActions()
  const runs = useChartRuns(visible)
  const levels = useLevels()
  const view = useAppState((state) => state.view)
  const mark = useTimeMark(useFocusedRun())
  const shownExperiment = useShownExperiment()
  const range = useHeldRange(runs)
  const axis = useXAxisText(runs, shownExperiment, t)
  const both = show.length > 1
  const inFront = runs.filter(({ behind }) => !behind).length
  const compared = runs.filter(({ baseline }) => !baseline)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const hasRoom =
    size === null || haveRoom(runs.length, { width: size.width, height: size.height * LOWER_SHARE })
  const lower =
    both && compared.length > 1 && runs.length <= MOST_APART && hasRoom
      ? (view.lower ?? (inFront < CROWD ? 'quality' : 'one-by-one'))
      : null
  const apart = lower === 'one-by-one'
  return (
    <div ref={box} className={css.charts} data-count={show.length} data-curves>
      {show.map((measure) =>
        measure === 'quality' && apart ? (
          <div key={measure} className={css.quality}>
            <OneByOne runs={runs} axis={axis} scale={view.scale} t={t} />
          </div>
        ) : (
          <div key={measure} className={measure === 'loss' ? css.loss : css.quality}>
            <CurveChart
              measure={measure}
              runs={runs}
              scale={measure === 'loss' ? view.scale : 'linear'}
              smoothing={view.smoothing}
              until={axis.until}
              step={axis.step}
              levels={levels[measure]}
              {...(range && { range: { runs: range, levels: levels[measure] } })}
              hover={view.hover ?? mark}
              onHover={(hover) => look({ hover })}
              pill={!both || measure === 'loss'}
              xAxis={!both || measure === 'quality' || apart}
              xUnitMenu
              gapMark={measure === 'loss'}
              epochFlags={!both || measure === 'loss'}
              labels={labelsOf(measure, shownExperiment, compared, view.scale, axis, t)}
            />
            {(!both || measure === 'quality' || apart) && <XUnitSelect />}
          </div>
        ),
      )}
      {lower !== null && <LowerSwitch lower={lower} shownExperiment={shownExperiment} />}
    </div>
  )
})

interface OneByOneProps {
  readonly runs: readonly ChartRun[]
  readonly axis: XAxisText
  readonly scale: 'linear' | 'log'
  readonly t: Messages
}

function OneByOne({ runs, axis, scale, t }: OneByOneProps) {
  const labels = useMemo(
    () => ({
      title: t.stage.lossOneByOne,
      summary: t.stage.overlaySummary(t.stage.loss, runs.map(({ name }) => name).join(', ')),
      best: (value: number, at: number) => t.stage.bestAt(loss(value), axis.short(at)),
      tick,
      xTick: axis.labels.xTick,
    }),
    [runs, axis, t],
  )
  return <SmallMultiples runs={runs} scale={scale} until={axis.until} step={axis.step} labels={labels} />
}

function LowerSwitch({
  lower,
  shownExperiment,
}: {
  readonly lower: Lower
  readonly shownExperiment: Experiment
}) {
  const t = useText()
  const { look } = useActions()
  const classes = dataSet(shownExperiment.data).task === 'classes'
  return (
    <div className={css.lower}>
      <Segmented
        hideLabel
        size="small"
        label={t.stage.lower}
        value={lower}
        options={[
          { value: 'one-by-one', label: t.stage.oneByOne },
          { value: 'quality', label: classes ? t.stage.accuracy : t.stage.r2 },
        ]}
        onChange={(next) => look({ lower: next })}
      />
    </div>
  )
}

export function labelsOf(
  measure: Measure,
  shownExperiment: Experiment,
  runs: readonly ChartRun[],
  scale: string,
  axis: XAxisText,
  t: Messages,
): ChartLabels {
  const classes = dataSet(shownExperiment.data).task === 'classes'
  const title = measure === 'loss' ? t.stage.loss : classes ? t.stage.accuracy : t.stage.r2
  const value = measure === 'loss' ? loss : classes ? (x: number) => percent(x) : rSquared
  const kind =
    shownExperiment.loss === 'mse' ? 'mse' : outputUnits(shownExperiment) === 1 ? 'sigmoid' : 'softmax'
  const unit = measure === 'loss' ? t.stage.lossUnits[kind] : noQuality(runs) ? t.stage.noR2 : ''
  return {
    title,
    unit: measure === 'loss' && scale === 'log' ? `${unit} · ${t.stage.logScale}` : unit,
    train: t.parts.train,
    validation: t.parts.validation,
    test: t.parts.test,
    ...axis.labels,
    best: t.stage.best,
    gap: t.stage.gap,
    baseline: t.live.baselineEnd,
    difference: {
      by: (by) => signedText(by, value),
      of: measure === 'loss' ? t.live.validationLoss : title,
    },
    more: t.stage.moreRuns,
    value,
    smoothed: t.stage.smoothed,
    tick: measure === 'quality' && classes ? (x) => percent(x, 0) : tick,
    leftOut: t.stage.leftOut,
    summary: summaryOf(measure, title, runs, value, t),
  }
}

/** Whether a single run has a validation R² that is not a number. */
function noQuality(runs: readonly ChartRun[]): boolean {
  const row = runs.length === 1 ? runs[0]!.rows.at(-1) : undefined
  return row?.validation.r2 !== undefined && Number.isNaN(row.validation.r2)
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
