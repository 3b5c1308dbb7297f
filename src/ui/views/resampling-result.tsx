/** The fits to several samples over one another, and the parts of their error. */

import { useMemo } from 'react'
import { FitCurve } from '../../charts/model/fit-curve.tsx'
import { ResampledPlane } from '../../charts/model/resampled-plane.tsx'
import { curvePlaces, GRID } from '../../domain/data/probe.ts'
import { dataSet } from '../../domain/data/registry.ts'
import type { DataSettings, Experiment } from '../../domain/experiment/experiment.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { type Decomposition, meanFit } from '../../domain/resampling/decomposition.ts'
import { drawnCount, drawnTruth, measured, TRUTH_GRID } from '../../domain/resampling/resampling.ts'
import type { Resampling } from '../../store/resamplings.ts'
import { loss, settingNumber } from '../../text/format.ts'
import { useAllText } from '../shared/app-context.tsx'
import { useSteady } from '../shared/use-steady.ts'
import css from './resampling.module.css'

interface Props {
  readonly experiment: Experiment
  readonly resampling: Resampling
}

export default function ResamplingResult({ experiment, resampling }: Props) {
  const { fits } = resampling
  const data = useSteady(experiment.data, samplesKey(experiment))
  const parts = useMemo(() => (fits.length > 1 ? measured(data, fits) : null), [data, fits])
  return (
    <>
      <Picture data={data} fits={fits} />
      {parts && <Parts parts={parts} classes={dataSet(data).task === 'classes'} fits={fits.length} />}
    </>
  )
}

/** Of two classes the boundary; of numbers from −1 to 1, as shares of that range, the heights −½ and ½. */
const BOUNDARY = [0.5]
const HEIGHTS = [0.25, 0.75]

function Picture({ data, fits }: { data: DataSettings; fits: readonly Float32Array[] }) {
  const t = useAllText()
  const set = dataSet(data)
  const truth = useMemo(() => drawnTruth(data), [data])
  const drawn = useMemo(() => fits.map((fit) => fit.subarray(0, drawnCount(data))), [data, fits])
  const mean = useMemo(() => meanFit(drawn), [drawn])
  const graded = set.task === 'regression'
  const plane = useMemo(() => {
    const shares = (values: Float32Array) => (graded ? values.map((value) => (value + 1) / 2) : values)
    return {
      mean: { size: GRID, values: shares(mean) },
      fits: drawn.map((values) => ({ size: GRID, values: shares(values) })),
      truth: { size: TRUTH_GRID, values: shares(truth) },
    }
  }, [graded, mean, drawn, truth])
  const extent = set.extent!
  const label = t.resampling.label(fits.length)
  if (set.inputs === 1)
    return (
      <>
        <div className={css.curve}>
          <FitCurve
            curve={{ xs: curvePlaces(extent), ys: mean }}
            others={drawn}
            extent={extent}
            train={[]}
            validation={[]}
            label={label}
            tick={settingNumber}
            {...(set.kind === 'generated' && set.trueCurve && { truth: set.trueCurve })}
          />
        </div>
        <p className={css.legend}>{t.resampling.curves}</p>
      </>
    )
  return (
    <>
      <ResampledPlane
        {...plane}
        levels={graded ? HEIGHTS : BOUNDARY}
        extent={extent}
        graded={graded}
        label={label}
      />
      <p className={css.legend}>{graded ? t.resampling.heights : t.resampling.boundaries}</p>
    </>
  )
}

const PARTS = ['bias', 'variance', 'noise'] as const

function Parts({ parts, classes, fits }: { parts: Decomposition; classes: boolean; fits: number }) {
  const t = useAllText()
  const sum = parts.bias + parts.variance + parts.noise
  const largest = PARTS.reduce((most, part) => (parts[part] > parts[most] ? part : most))
  return (
    <>
      <p className={css.said}>{t.resampling.said[largest](loss(parts.bias + parts.variance))}</p>
      <table className={css.parts}>
        <caption>{classes ? t.resampling.brier(fits) : t.resampling.squared(fits)}</caption>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part} data-part={part}>
              <th scope="row">{t.resampling.parts[part]}</th>
              <td className={css.bar}>
                <i style={{ width: `${(100 * parts[part]) / Math.max(sum, Number.MIN_VALUE)}%` }} />
              </td>
              <td>{loss(parts[part])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.resampling.sum}</th>
            <td />
            <td>{loss(sum)}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
