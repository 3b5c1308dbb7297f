/**
 * What is shown below or beside a pane's loss: the run's accuracy, its gradients by layer, or what its network has
 * learned.
 */
import { ChevronDown } from 'lucide-react'
import { GradientChart } from '../../charts/layers/gradient-chart.tsx'
import { dataSet } from '../../domain/data/registry.ts'
import type { DataSet } from '../../domain/data-sets/data-set.ts'
import { PANE_VIEWS, type PaneView } from '../../domain/link/page-keys.ts'
import type { RunView } from '../../store/run-view.ts'
import { type Messages, withLaterMessages } from '../../text/messages.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useTimeMark } from '../shared/time-mark.ts'
import { FitPicture, fitTitle, isPlane, WhichWeights } from '../views/fit-view.tsx'
import { useGradientLabels } from '../views/gradient-view.tsx'
import { hasDiagram, hasStrips } from '../views/network/has-diagram.ts'
import { isRegularized, penaltyTitle } from '../views/penalty/is-regularized.ts'
import css from './model-view.module.css'
import { Clocked, PaneChart } from './pane-chart.tsx'
import panes from './panes.module.css'
import type { Shared } from './use-shared.ts'

const NetworkView = lazyPart(() => import('../views/network/network-view.tsx'))
const StripsView = lazyPart(withLaterMessages(() => import('../views/network/strips/strips-view.tsx')))
const WeightsView = lazyPart(() => import('../views/weights/weights-view.tsx'))
const PredictionsView = lazyPart(() => import('../views/predictions/predictions-view.tsx'))
const GradientSpread = lazyPart(async () => ({
  default: (await import('../views/gradient-spread.tsx')).GradientSpread,
}))
const PenaltyView = lazyPart(() => import('../views/penalty/penalty-view.tsx'))
const OptimizerView = lazyPart(withLaterMessages(() => import('../views/optimizer/optimizer-view.tsx')))

interface Props {
  readonly letter: string
  readonly run: RunView
  readonly shared: Shared
  readonly view: PaneView
  onView(view: PaneView): void
}

export function ModelView({ letter, run, shared, view, onView }: Props) {
  const t = useText()
  const names = viewNamesOf(run, t)
  return (
    <div className={css.model} data-pane-view>
      <div className={css.modelHead}>
        <span className={css.choice}>
          <select
            aria-label={t.panes.modelOf(letter)}
            value={view}
            onChange={({ target }) => onView(target.value as PaneView)}
          >
            {paneViews([run], view).map((value) => (
              <option key={value} value={value}>
                {names[value]}
              </option>
            ))}
          </select>
          <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
        </span>
        {view === 'gradients' && (
          <span className={css.unit} title={t.gradients.unitHint}>
            {t.gradients.unit}
          </span>
        )}
        {!isOverEpochs(view) && view !== 'penalty' && view !== 'optimizer' && <WhichWeights run={run} />}
      </div>
      <div className={panes.picture}>
        {view === 'quality' && <PaneChart measure="quality" run={run} shared={shared} xAxis />}
        {view === 'gradients' && <Gradients run={run} shared={shared} />}
        {view === 'fit' && (
          <div className={panes.fit} data-plane={isPlane(dataSet(run.experiment.data))}>
            <FitPicture run={run} experiment={run.experiment} />
          </div>
        )}
        {view === 'network' && <Network run={run} />}
        {isTrained(view) &&
          (run.latest ? (
            <Trained view={view} run={run} beside={shared.runs} />
          ) : (
            <p className={css.none}>{t.panes.nothing}</p>
          ))}
      </div>
    </div>
  )
}

/** Views of a run that has trained. */
const TRAINED_VIEWS = ['gradient-histogram', 'weights', 'predictions', 'penalty', 'optimizer'] as const
type TrainedView = (typeof TRAINED_VIEWS)[number]

function isTrained(view: PaneView): view is TrainedView {
  return TRAINED_VIEWS.some((one) => one === view)
}

interface TrainedProps {
  readonly view: TrainedView
  readonly run: RunView
  readonly beside: Shared['runs']
}

function Trained({ view, run, beside }: TrainedProps) {
  switch (view) {
    case 'gradient-histogram':
      return <GradientSpread run={run} beside={beside} />
    case 'weights':
      return <WeightsView run={run} large={false} />
    case 'predictions':
      return <PredictionsView run={run} experiment={run.experiment} large={false} />
    case 'penalty':
      return <PenaltyView run={run} large={false} />
    case 'optimizer':
      return <OptimizerView run={run} large={false} ofRun />
    default:
      return view satisfies never
  }
}

/** Whether a view is a chart over epochs, with an x axis that panes share. */
export const isOverEpochs = (view: PaneView) => view === 'quality' || view === 'gradients'

function Network({ run }: { readonly run: RunView }) {
  const t = useText()
  if (!run.latest) return <p className={css.none}>{t.panes.nothing}</p>
  if (hasStrips(run.experiment)) return <StripsView key={run.id} run={run} large={false} />
  if (!hasDiagram(run.experiment)) return <p className={css.none}>{t.inside.network.notDrawn}</p>
  return <NetworkView key={run.id} run={run} large={false} />
}

/** The views that any of these runs has, and the one that is shown. */
export function paneViews(
  runs: readonly Pick<RunView, 'experiment'>[],
  shown: PaneView,
): readonly PaneView[] {
  const hasPenalty = runs.some(({ experiment }) => isRegularized(experiment))
  return PANE_VIEWS.filter((view) => view !== 'penalty' || view === shown || hasPenalty)
}

/** What the views are called for all runs of a task. A pane names some after its run's data and penalty. */
export function viewNames(task: DataSet['task'], t: Messages): Record<PaneView, string> {
  const { network, weights, predictions, penalty, optimizer } = t.inside.views
  return {
    quality: task === 'classes' ? t.stage.accuracy : t.stage.r2,
    gradients: t.panes.views.gradients,
    'gradient-histogram': t.panes.views.histogram,
    fit: t.panes.views.fit,
    network,
    weights,
    predictions,
    penalty,
    optimizer,
  }
}

function viewNamesOf({ experiment }: RunView, t: Messages): Record<PaneView, string> {
  const set = dataSet(experiment.data)
  return {
    ...viewNames(set.task, t),
    gradients: t.gradients.title,
    fit: fitTitle(set, t),
    penalty: penaltyTitle(experiment, t),
  }
}

function Gradients({ run, shared }: Pick<Props, 'run' | 'shared'>) {
  const t = useText()
  const { look } = useActions()
  const mark = useTimeMark(run)
  const hover = useAppState(({ view }) => view.hover) ?? mark
  const { axis } = shared
  const labels = useGradientLabels(run, axis)
  if (!run.latest) return <p className={css.none}>{t.panes.nothing}</p>
  if (run.latest.gradients.length < 2) return <p className={css.none}>{t.panes.oneLayer}</p>
  const all = shared.gradients()
  const at = shared.runs.findIndex(({ id }) => id === run.id)
  return (
    <Clocked on>
      <GradientChart
        rows={all[at]!}
        range={all}
        xUnit={shared.runs[at]!.xUnit}
        until={axis.until}
        step={axis.step}
        hover={hover}
        onHover={(at) => look({ hover: at })}
        xUnitMenu
        labels={labels}
      />
    </Clocked>
  )
}
