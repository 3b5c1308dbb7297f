/** Data of one or two inputs, with the network as a curve through them or as colours under them. */

import { useMemo } from 'react'
import { FitCurve } from '../../charts/model/fit-curve.tsx'
import { FitPlane } from '../../charts/model/fit-plane.tsx'
import { CURVE_POINTS, curvePlaces, GRID } from '../../domain/data/probe.ts'
import type { Extent } from '../../domain/data/registry.ts'
import { dataSet } from '../../domain/data/registry.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { settingNumber } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { useSteady } from '../shared/use-steady.ts'
import type { FitProps } from './fit-props.ts'
import { plotPoints, rangeOf, sharesOf } from './plot-points.ts'
import css from './views.module.css'

export function PlottedFit({ set, extent, experiment, outputs, before }: FitProps & { extent: Extent }) {
  const t = useText()
  // Only the data decide the points; no other setting may compute them again.
  const drawn = useSteady(experiment, samplesKey(experiment))
  const points = useMemo(() => plotPoints(drawn, dataSet(drawn.data)), [drawn])
  const graded = set.inputs === 2 && set.task === 'regression'
  const grid = useMemo(() => {
    const values = outputs?.subarray(0, GRID * GRID)
    return values ? { size: GRID, values: graded ? sharesOf(values, rangeOf(experiment)) : values } : null
  }, [outputs, graded, experiment])
  const baseline = useMemo(
    () => (before && !graded ? { size: GRID, values: before.subarray(0, GRID * GRID) } : null),
    [before, graded],
  )
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
            curve={outputs && { xs: curvePlaces(extent), ys: outputs.subarray(0, CURVE_POINTS) }}
            baseline={before && { xs: curvePlaces(extent), ys: before.subarray(0, CURVE_POINTS) }}
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
