import { type DataSet, dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { type RunView, restoredBest } from '../../store/run-view.ts'
import type { Messages } from '../../text/messages.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppContext, useFit, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useFocusedRun, useShownExperiment } from '../shared/use-focused-run.ts'
import { BringWeights, isWithoutWeights } from './bring-weights.tsx'
import { EffectsFit } from './effects-fit.tsx'
import { LearnedLabels } from './learned-labels.tsx'
import { PlottedFit } from './plotted-fit.tsx'
import { useBaselineOutputs, useOutputs } from './use-outputs.ts'
import css from './views.module.css'

const PredictionsView = lazyPart(() => import('./predictions/predictions-view.tsx'))

/** What the network of the run in focus has learned; before any run, the data themselves. */
export function FitView() {
  const t = useText()
  const run = useFocusedRun()
  const experiment = useShownExperiment()
  const title = fitTitle(dataSet(experiment.data), t)
  return (
    <section className={css.fit} aria-label={title}>
      <div className={css.fitHead}>
        <h3>{title}</h3>
        {run && <WhichWeights run={run} />}
      </div>
      <FitPicture run={run} experiment={experiment} />
    </section>
  )
}

interface PictureProps {
  readonly run: RunView | undefined
  readonly experiment: Experiment
}

/**
 * Chooses the picture that suits the data: a boundary, a curve, the weight of each input, or the predictions for single
 * samples.
 */
export function FitPicture({ run, experiment }: PictureProps) {
  return (
    <>
      {hasPicture(dataSet(experiment.data)) ? (
        <Fit run={run} experiment={experiment} />
      ) : (
        <PredictionsView run={run} experiment={experiment} large={false} />
      )}
      {run && <LearnedLabels run={run.id} experiment={experiment} />}
      {isWithoutWeights(run) && <BringWeights run={run} />}
    </>
  )
}

/** Whether all that a network makes of the data is one picture. */
export function hasPicture(set: DataSet): boolean {
  return set.extent !== null || (set.kind === 'generated' && set.trueWeights !== null)
}

/** Whether it is a square: its height is its width. */
export function isPlane(set: DataSet): boolean {
  return set.extent !== null && set.inputs === 2
}

function Fit({ run, experiment }: PictureProps) {
  const outputs = useOutputs(run?.id)
  const before = useBaselineOutputs(experiment)
  const set = dataSet(experiment.data)
  if (set.extent !== null) return <PlottedFit {...{ set, experiment, outputs, before }} extent={set.extent} />
  if (set.kind === 'generated' && set.trueWeights)
    return <EffectsFit weights={set.trueWeights} inputs={set.inputs} outputs={outputs} />
  return null
}

export function fitTitle(set: DataSet, t: Messages): string {
  if (set.extent !== null) {
    if (set.inputs === 1) return t.fit.curve
    return set.task === 'classes' ? t.fit.boundary : t.fit.surface
  }
  return set.kind === 'generated' && set.trueWeights ? t.fit.effects : t.fit.predictions
}

/** Chooses the best or the last weights of a run that ended with both. */
export function WhichWeights({ run }: { readonly run: RunView }) {
  const t = useText()
  const { fit } = useAppContext()
  const { chooseLiveWeights } = useActions()
  const live = useLiveRuns()
  const at = useFit((state) => state.at[run.id])
  if (run.status.kind !== 'ended' || !run.weights?.best || !run.latest || !run.best) return null
  const restored = restoredBest(run.status.outcome) ? 'best' : 'last'
  const epochs = { best: run.best.epoch, last: run.latest.epoch }
  const lookedAt =
    at === undefined ? restored : at === epochs.best ? 'best' : at === epochs.last ? 'last' : null
  return (
    <Segmented
      hideLabel
      label={t.fit.which}
      value={live ? (live.weights ?? restored) : lookedAt}
      options={[
        { value: 'best', label: t.fit.best(run.best.epoch) },
        { value: 'last', label: t.fit.last(run.latest.epoch) },
      ]}
      onChange={(next) => (live ? chooseLiveWeights(next) : fit.goTo(run.id, epochs[next]))}
      size="small"
    />
  )
}
