import { useEffect, useMemo } from 'react'
import { drawnOutputs, memorized, type WrongLabels, wrongLabels } from '../../domain/data/probe.ts'
import { type DataSet, dataSet, isPacked } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import type { Source } from '../../domain/table/source.ts'
import { type RunView, restoredBest } from '../../store/run-view.ts'
import type { Messages } from '../../text/messages.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useAppContext, useAppState, useFit, useText } from '../shared/app-context.tsx'
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
  const t = useText()
  const { app } = useAppContext()
  // Looks again when a download ends.
  useAppState(({ downloads }) => downloads[experiment.data.set])
  const source = app.sources.get(experiment.data)
  const outputs = useOutputs(run?.id)
  const wrong = useWrongLabels(experiment, source)
  const drawn = useMemo(
    () => (outputs && wrong ? drawnOutputs(outputs, wrong, experiment) : outputs),
    [outputs, wrong, experiment],
  )
  return (
    <>
      <Fit {...{ set: dataSet(experiment.data), experiment, source, outputs: drawn }} />
      {outputs && wrong && (
        <p className={css.statusText}>
          {t.fit.learnedByHeart(memorized(outputs, wrong, experiment), wrong.classes.length, wrong.total)}
        </p>
      )}
      {isWithoutWeights(run) && <BringWeights run={run} />}
    </>
  )
}

/** The training samples with wrong labels; null where there are none, or no samples yet. */
function useWrongLabels(experiment: Experiment, source: Source | undefined): WrongLabels | null {
  const key = samplesKey(experiment)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the labels depend on.
  return useMemo(() => {
    if (samplesMissing(experiment) || (isPacked(experiment.data) && !source)) return null
    const wrong = wrongLabels(experiment, source)
    return wrong.total > 0 ? wrong : null
  }, [key, source])
}

/** The outputs of a run's network, kept up to date while this is on the page. */
function useOutputs(id: string | undefined): Float32Array | null {
  const { fit } = useAppContext()
  useEffect(() => (id === undefined ? undefined : fit.watch(id)), [fit, id])
  return useFit(({ fits }) => (id === undefined ? null : (fits[id]?.outputs ?? null)))
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
  const which = useFit((state) => state.which[run.id])
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
      onChange={(next) => fit.choose(run.id, next)}
      size="small"
    />
  )
}
