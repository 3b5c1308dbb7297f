/** The pictures of what is inside a run's network, one at a time: in the right column, or over the whole page. */
import { Maximize2, Minimize2 } from 'lucide-react'
import { useId } from 'react'
import { dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { ModelViewKey } from '../../domain/link/page-keys.ts'
import type { RunView } from '../../store/run-view.ts'
import { type Messages, withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { Info } from '../kit/info.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useFocusedRun, useShownExperiment } from '../shared/use-focused-run.ts'
import { useMedia } from '../shared/use-page.ts'
import { BringWeights, lacksWeights } from './bring-weights.tsx'
import { FitPicture, fitTitle, hasPicture, isPlane, WhichWeights } from './fit-view.tsx'
import { LearnedLabels } from './learned-labels.tsx'
import css from './model-views.module.css'
import { hasDiagram, hasStrips } from './network/has-diagram.ts'
import { isRegularized, penaltyTitle } from './penalty/is-regularized.ts'

const FitFacts = lazyPart(withLaterMessages(() => import('./fit-facts.tsx')))
const placeholder = <div className={css.pending} />
const GradientView = lazyPart(async () => ({ default: (await import('./gradient-view.tsx')).GradientView }), {
  placeholder,
})
const PredictionsView = lazyPart(() => import('./predictions/predictions-view.tsx'), { placeholder })
const PenaltyView = lazyPart(() => import('./penalty/penalty-view.tsx'), { placeholder })
const WeightsView = lazyPart(() => import('./weights/weights-view.tsx'), { placeholder })
const OptimizerView = lazyPart(
  withLaterMessages(() => import('./optimizer/optimizer-view.tsx')),
  {
    placeholder,
  },
)
const NetworkView = lazyPart(() => import('./network/network-view.tsx'), { placeholder })
const StripsView = lazyPart(
  withLaterMessages(() => import('./network/strips/strips-view.tsx')),
  { placeholder },
)
const Scrubber = lazyPart(async () => ({ default: (await import('./time/scrubber.tsx')).Scrubber }))

interface Props {
  /** Over the whole page, and not in the right column. */
  readonly large: boolean
}

export function ModelViews({ large }: Props) {
  const t = useText()
  const id = useId()
  const { look } = useActions()
  const run = useFocusedRun()
  const live = useLiveRuns()
  const chosen = useAppState(({ view }) => view.modelView)
  const experiment = useShownExperiment()
  const views = viewsOf(experiment)
  // On a phone it has the whole width anyway.
  const narrow = useMedia('(max-width: 1023px)')
  const part = useAppState(({ view: { optimizerPart } }) => optimizerPart)
  const view = views.find((one) => one === chosen) ?? views[0]!
  return (
    <section className={css.views} data-large={large} aria-label={t.inside.tabs} data-model-views>
      <div className={css.tabs}>
        <Tabs
          id={id}
          label={t.inside.tabs}
          value={view}
          options={views.map((value) => ({ value, label: viewTitle(value, experiment, t) }))}
          onChange={(next) => look({ modelView: next })}
        />
        {large && view !== 'fit' && view !== 'optimizer' && (
          <About key={view} view={view} experiment={experiment} />
        )}
        {!narrow && (
          <Button
            variant="icon"
            size="small"
            icon={large ? <Minimize2 /> : <Maximize2 />}
            aria-label={large ? t.inside.reduce : t.inside.enlarge}
            onClick={() => look({ onStage: !large })}
          />
        )}
      </div>
      <section
        className={css.panel}
        id={`${id}-panel-${view}`}
        role="tabpanel"
        aria-label={viewTitle(view, experiment, t)}
      >
        <Panel view={view} run={run} experiment={experiment} large={large} />
      </section>
      {run?.latest && !live && !(view === 'optimizer' && part === 'surfaces') && (
        <Scrubber key={run.id} run={run} latest={run.latest} large={large} />
      )}
    </section>
  )
}

/** The views that there are of an experiment's network. */
function viewsOf(experiment: Experiment): readonly ModelViewKey[] {
  const set = dataSet(experiment.data)
  return [
    ...(hasPicture(set) ? (['fit'] as const) : []),
    ...(hasDiagram(experiment) || hasStrips(experiment) ? (['network'] as const) : []),
    ...(hasPicture(set)
      ? (['gradients', 'weights', 'predictions'] as const)
      : (['predictions', 'gradients', 'weights'] as const)),
    ...(isRegularized(experiment) ? (['penalty'] as const) : []),
    'optimizer',
  ]
}

function viewTitle(view: ModelViewKey, experiment: Experiment, t: Messages): string {
  if (view === 'penalty') return penaltyTitle(experiment, t)
  return view === 'fit' ? fitTitle(dataSet(experiment.data), t) : t.inside.views[view]
}

interface PanelProps extends Props {
  readonly view: ModelViewKey
  readonly run: RunView | undefined
  readonly experiment: Experiment
}

function Panel({ view, run, experiment, large }: PanelProps) {
  const t = useText()
  if (view === 'fit')
    return (
      <>
        <div className={css.picture} data-plane={isPlane(dataSet(experiment.data))}>
          <FitPicture run={run} experiment={experiment} />
        </div>
        {run && !large && <WhichWeights run={run} />}
        {run?.latest && <FitFacts run={run} />}
      </>
    )
  if (view === 'predictions' && !run)
    return <PredictionsView run={run} experiment={experiment} large={large} />
  if (view === 'optimizer') return <OptimizerView run={run} large={large} />
  // A run that diverged at once can be looked into as it was before its first update.
  const isAtStart = run?.status.kind === 'ended' && run.start !== undefined && view !== 'penalty'
  if (!run?.latest && !isAtStart) return <p className={css.none}>{t.inside.nothing}</p>
  const about = !large && <About key={view} view={view} experiment={experiment} />
  if (view === 'gradients')
    return (
      <>
        {about}
        <GradientView />
      </>
    )
  if (view === 'penalty')
    return (
      <>
        {about}
        <PenaltyView run={run} large={large} />
      </>
    )
  if (lacksWeights(run)) return <BringWeights run={run} />
  return (
    <>
      {about && (
        <div className={css.head}>
          <WhichWeights run={run} />
          {about}
        </div>
      )}
      {view === 'predictions' && <PredictionsView run={run} experiment={experiment} large={large} />}
      {view === 'predictions' && !hasPicture(dataSet(experiment.data)) && (
        <LearnedLabels run={run.id} experiment={experiment} />
      )}
      {view === 'weights' && <WeightsView run={run} large={large} />}
      {view === 'network' &&
        (hasStrips(experiment) ? (
          <StripsView key={run.id} run={run} large={large} />
        ) : (
          <NetworkView key={run.id} run={run} large={large} />
        ))}
    </>
  )
}

type Explained = Exclude<ModelViewKey, 'fit' | 'optimizer'>

function About({ view, experiment }: { readonly view: Explained; readonly experiment: Experiment }) {
  const t = useText()
  return (
    <div className={css.about}>
      <Info label={t.inside.about} sentences={aboutView(view, experiment, t)} />
    </div>
  )
}

function aboutView(view: Explained, experiment: Experiment, t: Messages) {
  switch (view) {
    case 'penalty':
      return t.inside.penalty.about
    case 'gradients':
      return t.inside.gradientsAbout
    case 'network':
      return hasStrips(experiment) ? t.inside.stripsAbout : t.inside.network.about
    case 'weights':
      return t.inside.weights.about
    case 'predictions':
      return t.inside.predictions.about[dataSet(experiment.data).task === 'classes' ? 'classes' : 'numbers']
    default:
      return view satisfies never
  }
}
