/** The output of the network over the data, with the training samples. */

import { type ReactNode, useCallback, useMemo } from 'react'
import type { PlotPoint } from '../../../charts/kit/types.ts'
import { FitCurve } from '../../../charts/model/fit-curve.tsx'
import { FitPlane } from '../../../charts/model/fit-plane.tsx'
import { mapSide } from '../../../domain/data/probe.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { samplesKey } from '../../../domain/experiment/identity.ts'
import { useText } from '../../shared/app-context.tsx'
import { useSteady } from '../../shared/use-steady.ts'
import { plotPoints, rangeOf, sharesOf } from '../plot-points.ts'
import css from './network.module.css'
import type { UnitsSight } from './unit-maps.ts'

const NONE: readonly PlotPoint[] = []

export function useOutputPicture(experiment: Experiment, { seen }: UnitsSight): (side: number) => ReactNode {
  const t = useText()
  const set = dataSet(experiment.data)
  const drawn = useSteady(experiment, samplesKey(experiment))
  const { train } = useMemo(() => plotPoints(drawn, dataSet(drawn.data)), [drawn])
  const outputs = seen.layers.at(-1)!
  const graded = set.task === 'regression'
  const grid = useMemo(() => {
    const values = graded ? sharesOf(outputs, rangeOf(experiment)) : outputs
    return { size: mapSide(experiment), values }
  }, [outputs, graded, experiment])
  return useCallback(
    (side) => {
      if (set.inputs === 1) {
        const [[from, to]] = set.extent as [readonly [number, number]]
        const xs = Float64Array.from(outputs, (_, i) => from + ((to - from) * i) / (outputs.length - 1))
        return (
          <span className={css.curve} style={{ width: side, height: side }}>
            <FitCurve
              curve={{ xs, ys: outputs }}
              extent={set.extent!}
              train={train}
              validation={NONE}
              label={t.fit.curveLabel}
            />
          </span>
        )
      }
      return (
        <FitPlane
          grid={grid}
          extent={set.extent!}
          train={train}
          validation={NONE}
          showFlipped={false}
          graded={graded}
          label={graded ? t.fit.surfaceLabel : t.fit.boundaryLabel}
        />
      )
    },
    [set, outputs, train, grid, graded, t],
  )
}
