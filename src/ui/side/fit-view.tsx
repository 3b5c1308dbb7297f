import { useMemo } from 'react'
import { DigitGrid } from '../../charts/digit-grid.tsx'
import { FitCurve } from '../../charts/fit-curve.tsx'
import { FitPlane } from '../../charts/fit-plane.tsx'
import type { PlotPoint } from '../../charts/types.ts'
import { rawSamples } from '../../domain/data/dataset.ts'
import { CURVE_POINTS, GRID } from '../../domain/data/probe.ts'
import { type DataSet, dataSet, type Extent } from '../../domain/data/registry.ts'
import { sineCurve } from '../../domain/data/sine.ts'
import type { Source } from '../../domain/data/source.ts'
import type { Experiment, Part } from '../../domain/experiment.ts'
import { restoredBest } from '../../store/run-view.ts'
import { percent, setting } from '../../text/format.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useFit, useLab, useRoom, useText } from '../lab-context.tsx'
import { digitItems } from './digits.ts'
import css from './side.module.css'
import { useFocusedRun } from './status-block.tsx'

/** What the network makes of the data: a boundary, a curve, or labelled digits; before any run, the data themselves. */
export function FitView() {
  const t = useText()
  const run = useFocusedRun()
  const { lab } = useRoom()
  const draft = useLab((state) => state.draft.experiment)
  const experiment = run?.experiment ?? draft
  const key = experiment.data.set
  // Asked again when a download ends.
  useLab(({ downloads }) => downloads[key])
  const source = lab.sources.get(experiment.data)
  const set = dataSet(experiment.data)
  const fit = useFit((state) => state.fit)
  const outputs = fit && fit.run === run?.id ? fit.outputs : null
  const title = set.extent === null ? t.fit.predictions : set.inputs === 1 ? t.fit.curve : t.fit.boundary
  return (
    <section className={css.fit} aria-label={title}>
      <div className={css.fitHead}>
        <h3>{title}</h3>
        <WhichWeights />
      </div>
      {set.extent !== null ? (
        <PlottedFit set={set} extent={set.extent} experiment={experiment} outputs={outputs} />
      ) : (
        <Digits set={set} experiment={experiment} source={source} outputs={outputs} />
      )}
    </section>
  )
}

interface FitProps<S extends DataSet> {
  set: S
  experiment: Experiment
  outputs: Float32Array | null
}

function PlottedFit({ set, extent, experiment, outputs }: FitProps<DataSet> & { extent: Extent }) {
  const t = useText()
  // Only the data decide the points; other settings must not make them anew.
  const key = JSON.stringify([experiment.data, experiment.seed.data])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what `points` depends on.
  const points = useMemo(() => plotPoints(experiment, set), [key])
  const noisy = experiment.data.labelNoise > 0
  if (set.inputs === 1)
    return (
      <>
        <div className={css.curve}>
          <FitCurve
            curve={outputs && { xs: curveXs(extent), ys: outputs }}
            extent={extent}
            train={points.train}
            validation={points.validation}
            label={t.fit.curveLabel}
            truth={sineCurve}
            tick={setting}
          />
        </div>
        <p className={css.legend}>
          {t.fit.hollow} · {t.fit.truth}
        </p>
      </>
    )
  return (
    <>
      <FitPlane
        grid={outputs && { size: GRID, values: outputs }}
        extent={extent}
        train={points.train}
        validation={points.validation}
        showFlipped={noisy}
        label={t.fit.boundaryLabel}
      />
      <p className={css.legend}>
        <span className={css.classA} aria-hidden /> {set.classes[0]}{' '}
        <span className={css.classB} aria-hidden /> {set.classes[1]} · {t.fit.hollow}
        {noisy && ` · ${t.fit.flipped}`}
      </p>
    </>
  )
}

function Digits({ set, experiment, source, outputs }: FitProps<DataSet> & { source: Source | undefined }) {
  const t = useText()
  const key = JSON.stringify([experiment.data, experiment.seed.data])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the samples depend on.
  const samples = useMemo(() => source && rawSamples(experiment, 'validation', source), [key, source])
  const shown = useMemo(
    () => samples && digitItems(samples, outputs, set.classes),
    [samples, outputs, set.classes],
  )
  if (!shown) return <div className={css.pending} />
  return (
    <>
      <DigitGrid
        items={shown.items}
        width={28}
        height={28}
        percent={(sure) => percent(sure, 0)}
        describe={({ truth, predicted, confidence }) =>
          predicted === null
            ? t.fit.plain(truth)
            : predicted === truth
              ? t.fit.right(truth)
              : t.fit.mistaken(truth, predicted, percent(confidence ?? 0, 0))
        }
      />
      {shown.total > 0 && <p className={css.legend}>{t.fit.wrong(shown.wrong, shown.total)}</p>}
    </>
  )
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

/** Points drawn: validation enough to judge by, not so many that they hide the training points. */
const VALIDATION_DRAWN = 120
const TRAIN_DRAWN = 1500

function plotPoints(experiment: Experiment, set: DataSet): Record<'train' | 'validation', PlotPoint[]> {
  const of = (part: Part, most: number) => {
    const { inputs, targets, flipped } = rawSamples(experiment, part)
    return Array.from(targets.subarray(0, most), (target, i): PlotPoint => {
      const x = inputs[i * set.inputs]!
      return {
        x,
        y: set.inputs === 1 ? target : inputs[i * set.inputs + 1]!,
        target,
        flipped: flipped[i] === 1,
      }
    })
  }
  const validation = of('validation', VALIDATION_DRAWN)
  return {
    train: of('train', TRAIN_DRAWN),
    validation: validation.map((point) => ({ ...point, flipped: false })),
  }
}

function curveXs(extent: Extent): Float32Array {
  const [from, to] = extent[0]!
  return Float32Array.from({ length: CURVE_POINTS }, (_, i) => from + ((to - from) * i) / (CURVE_POINTS - 1))
}
