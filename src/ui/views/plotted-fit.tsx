/** Data of one or two inputs, with the network as a curve through them or as colours under them. */
import { useMemo } from 'react'
import type { PlotPoint } from '../../charts/kit/types.ts'
import { FitCurve } from '../../charts/model/fit-curve.tsx'
import { FitPlane } from '../../charts/model/fit-plane.tsx'
import { rawSamples } from '../../domain/data/dataset.ts'
import { CURVE_POINTS, GRID, wrongLabels } from '../../domain/data/probe.ts'
import type { DataSet, Extent } from '../../domain/data/registry.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import type { Numbers } from '../../domain/table/table.ts'
import { settingNumber } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import type { FitProps } from './fit-props.ts'
import css from './views.module.css'

export function PlottedFit({ set, extent, experiment, outputs, before }: FitProps & { extent: Extent }) {
  const t = useText()
  // Only the data decide the points; no other setting may compute them again.
  const key = samplesKey(experiment)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what `points` depends on.
  const points = useMemo(() => plotPoints(experiment, set), [key])
  const graded = set.inputs === 2 && set.task === 'regression'
  const grid = useMemo(() => {
    const values = outputs?.subarray(0, GRID * GRID)
    return values ? { size: GRID, values: graded ? sharesOf(values, rangeOf(experiment)) : values } : null
  }, [outputs, graded, experiment])
  const baseline = useMemo(
    () => (before && !graded ? { size: GRID, values: before.subarray(0, GRID * GRID) } : null),
    [before, graded],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the labels depend on.
  const wrong = useMemo(() => (set.inputs === 2 ? wrongLabels(experiment).classes : []), [key])
  const learned = outputs && learnedByHeart(outputs.subarray(GRID * GRID), wrong)
  const noisy = experiment.data.labelNoise > 0
  const leftOut = (['train', 'validation'] as const)
    .filter((part) => points[part].length < experiment.data[part])
    .map((part) => ` · ${t.fit.drawn[part](points[part].length, experiment.data[part])}`)
    .join('')
  const truth = set.kind === 'generated' ? set.trueCurve : null
  if (set.inputs === 1)
    return (
      <>
        <div className={css.curve}>
          <FitCurve
            curve={outputs && { xs: curveXs(extent), ys: outputs }}
            baseline={before && { xs: curveXs(extent), ys: before }}
            extent={extent}
            train={points.train}
            validation={points.validation}
            label={t.fit.curveLabel}
            {...(truth && { truth })}
            tick={settingNumber}
          />
        </div>
        <p className={css.legend}>
          {t.fit.hollow}
          {before && <BaselineKey />}
          {truth && ` · ${t.fit.truth}`}
          {leftOut}
        </p>
      </>
    )
  return (
    <>
      <FitPlane
        grid={grid}
        baseline={baseline}
        extent={extent}
        train={points.train}
        validation={points.validation}
        showFlipped={noisy}
        graded={graded}
        label={graded ? t.fit.surfaceLabel : t.fit.boundaryLabel}
      />
      <p className={css.legend}>
        <span className={css.classA} aria-hidden />{' '}
        {graded ? settingNumber(rangeOf(experiment)[0]) : set.classes[0]}{' '}
        <span className={css.classB} aria-hidden />{' '}
        {graded ? settingNumber(rangeOf(experiment)[1]) : set.classes[1]} · {t.fit.hollow}
        {noisy && ` · ${t.fit.flipped}`}
        {baseline && <BaselineKey />}
        {leftOut}
      </p>
      {learned !== null && wrong.length > 0 && (
        <p className={css.statusText}>{t.fit.learnedByHeart(learned, wrong.length)}</p>
      )}
    </>
  )
}

/** What the dashed line is. */
function BaselineKey() {
  const t = useText()
  return (
    <>
      {' · '}
      <span className={css.dashed} aria-hidden /> {t.live.baseline}
    </>
  )
}

/** How many samples of two classes the network gives the wrong class that their label says. */
function learnedByHeart(outputs: ArrayLike<number>, wrong: readonly number[]): number {
  return wrong.filter((label, i) => (outputs[i]! > 0.5 ? 1 : 0) === label).length
}

/** The lowest and highest number to predict: a table has its own, generated planes have −1 and 1. */
function rangeOf({ data }: Experiment): readonly [number, number] {
  return data.set === 'rows' ? data.rows!.ranges.at(-1)! : [-1, 1]
}

function sharesOf(values: Numbers, [low, high]: readonly [number, number]): Float32Array {
  return Float32Array.from(values, (value) => (value - low) / (high - low))
}

/**
 * The most points drawn of each part: enough validation points to judge by, but not so many that they hide the training
 * points.
 */
const VALIDATION_DRAWN = 120
const TRAIN_DRAWN = 1500

function plotPoints(experiment: Experiment, set: DataSet): Record<'train' | 'validation', PlotPoint[]> {
  if (samplesMissing(experiment)) return { train: pointsDrawn(experiment), validation: [] }
  const of = (part: Part, most: number) => {
    const { inputs, targets, flipped } = rawSamples(experiment, part)
    const shares =
      set.inputs === 2 && set.task === 'regression' ? sharesOf(targets, rangeOf(experiment)) : targets
    return Array.from(shares.subarray(0, most), (target, i): PlotPoint => {
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

/** All drawn points, while they are too few to be divided into parts. */
function pointsDrawn({ data: { points = [] } }: Experiment): PlotPoint[] {
  return points.map(([x, y, target]) => ({ x, y, target, flipped: false }))
}

function curveXs(extent: Extent): Float64Array {
  const [from, to] = extent[0]!
  return Float64Array.from({ length: CURVE_POINTS }, (_, i) => from + ((to - from) * i) / (CURVE_POINTS - 1))
}
