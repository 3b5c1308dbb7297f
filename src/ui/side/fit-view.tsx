import { type DataSet, dataSet } from '../../domain/data/registry.ts'
import type { Source } from '../../domain/data/source.ts'
import type { Experiment } from '../../domain/experiment.ts'
import { restoredBest } from '../../store/run-view.ts'
import type { Messages } from '../../text/en.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useFit, useLab, useRoom, useText } from '../lab-context.tsx'
import { EffectsFit } from './effects-fit.tsx'
import { PlottedFit } from './plotted-fit.tsx'
import { SampleFit } from './sample-fit.tsx'
import css from './side.module.css'
import { useFocusedRun } from './status-block.tsx'

/**
 * What the network makes of the data: a boundary, a curve, labelled pictures, which classes are taken for which, numbers
 * against the true ones, or the weight of each input; before any run, the data themselves.
 */
export function FitView() {
  const t = useText()
  const run = useFocusedRun()
  const { lab } = useRoom()
  const draft = useLab((state) => state.draft.experiment)
  const experiment = run?.experiment ?? draft
  // Asked again when a download ends.
  useLab(({ downloads }) => downloads[experiment.data.set])
  const source = lab.sources.get(experiment.data)
  const set = dataSet(experiment.data)
  const fit = useFit((state) => state.fit)
  const outputs = fit && fit.run === run?.id ? fit.outputs : null
  const title = fitTitle(set, t)
  return (
    <section className={css.fit} aria-label={title}>
      <div className={css.fitHead}>
        <h3>{title}</h3>
        <WhichWeights />
      </div>
      <Fit {...{ set, experiment, source, outputs }} />
    </section>
  )
}

export interface FitProps {
  readonly set: DataSet
  readonly experiment: Experiment
  readonly source: Source | undefined
  /** At the probe rows (domain/data/probe.ts). */
  readonly outputs: Float32Array | null
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

/** Best or last weights of a run that has ended with both. */
function WhichWeights() {
  const t = useText()
  const { fit } = useRoom()
  const run = useFocusedRun()
  const which = useFit((state) => state.which)
  if (run?.status.kind !== 'ended' || !run.weights?.best || !run.latest || !run.best) return null
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
      onChange={fit.choose}
      size="small"
    />
  )
}
