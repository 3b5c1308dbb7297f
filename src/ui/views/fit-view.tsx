import { useEffect } from 'react'
import { type DataSet, dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { type RunView, restoredBest } from '../../store/run-view.ts'
import type { Messages } from '../../text/messages.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppContext, useAppState, useFit, useText } from '../shared/app-context.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { BringWeights, isWithoutWeights } from './bring-weights.tsx'
import { EffectsFit } from './effects-fit.tsx'
import type { FitProps } from './fit-props.ts'
import { PlottedFit } from './plotted-fit.tsx'
import { SampleFit } from './sample-fit.tsx'
import css from './views.module.css'

/** What the network of the run in focus has learned; before any run, the data themselves. */
export function FitView() {
  const t = useText()
  const run = useFocusedRun()
  const draft = useAppState((state) => state.draft.experiment)
  const experiment = run?.experiment ?? draft
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
 * Chooses the picture that suits the data: a boundary, a curve, labelled images, a confusion matrix, predicted against
 * true numbers, or the weight of each input.
 */
export function FitPicture({ run, experiment }: PictureProps) {
  const { app } = useAppContext()
  // Looks again when a download ends.
  useAppState(({ downloads }) => downloads[experiment.data.set])
  const source = app.sources.get(experiment.data)
  const outputs = useOutputs(run?.id)
  const before = useBaselineOutputs(experiment)
  return (
    <>
      <Fit {...{ set: dataSet(experiment.data), experiment, source, outputs, before }} />
      {isWithoutWeights(run) && <BringWeights run={run} />}
    </>
  )
}

/** The outputs of a run's network, kept up to date while this is on the page. */
function useOutputs(id: string | undefined): Float32Array | null {
  const { fit } = useAppContext()
  const live = useLiveRuns()
  const own = live && [live.shown, live.baseline].find((run) => run?.view.id === id)
  const watched = own ? undefined : id
  useEffect(() => (watched === undefined ? undefined : fit.watch(watched)), [fit, watched])
  const outputs = useFit(({ fits }) => (watched === undefined ? null : (fits[watched]?.outputs ?? null)))
  return own ? own.outputs : outputs
}

/** In live mode the outputs of the baseline's network, if it was asked at the same places. */
function useBaselineOutputs(experiment: Experiment): Float32Array | null {
  const live = useLiveRuns()
  const [shown, baseline] = [live?.shown, live?.baseline]
  if (!shown || !baseline || shown.key === baseline.key) return null
  const isSamePlane = baseline.own.experiment.data.set === experiment.data.set
  return isSamePlane ? baseline.outputs : null
}

function Fit(props: FitProps) {
  const { set } = props
  if (set.extent !== null) return <PlottedFit {...props} extent={set.extent} />
  if (set.kind === 'generated' && set.trueWeights)
    return <EffectsFit weights={set.trueWeights} inputs={set.inputs} outputs={props.outputs} />
  return <SampleFit {...props} />
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
  const chosen = useFit((state) => state.which[run.id])
  const which = live ? live.weights : chosen
  if (run.status.kind !== 'ended' || !run.weights?.best || !run.latest || !run.best) return null
  const restored = restoredBest(run.status.outcome)
  return (
    <Segmented
      hideLabel
      label={t.fit.which}
      value={which ?? (restored ? 'best' : 'last')}
      options={[
        { value: 'best', label: t.fit.best(run.best.epoch) },
        { value: 'last', label: t.fit.last(run.latest.epoch) },
      ]}
      onChange={(next) => (live ? chooseLiveWeights(next) : fit.choose(run.id, next))}
      size="small"
    />
  )
}
