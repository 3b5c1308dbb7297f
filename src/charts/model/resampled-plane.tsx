/** Several models of one plane over one another: where each divides it, under the mean of all. */
import { useMemo } from 'react'
import type { Extent, PlotPoint } from '../kit/types.ts'
import { FitPlane } from './fit-plane.tsx'
import { contour } from './marching-squares.ts'
import styles from './resampled-plane.module.css'

const NONE: readonly PlotPoint[] = []

/** Values on a square grid that spans the plane. Row 0 is the top one (largest y). */
interface Grid {
  readonly size: number
  readonly values: Float32Array
}

interface Props {
  /** Probabilities of class B, or values as shares of their range. */
  readonly mean: Grid
  readonly fits: readonly Grid[]
  readonly truth: Grid
  /** The values that lines are drawn at. */
  readonly levels: readonly number[]
  readonly extent: Extent
  readonly graded: boolean
  readonly label: string
}

export function ResampledPlane({ mean, fits, truth, levels, extent, graded, label }: Props) {
  const lines = useMemo(() => fits.map((grid) => pathOf(grid, levels)), [fits, levels])
  const origin = useMemo(() => pathOf(truth, levels), [truth, levels])
  return (
    <div className={styles.plane}>
      <FitPlane
        grid={mean}
        extent={extent}
        train={NONE}
        validation={NONE}
        showFlipped={false}
        graded={graded}
        label={label}
      />
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {lines.map((path, i) => (
          <path key={i} className={styles.fit} d={path} />
        ))}
        <path className={styles.edge} d={origin} />
        <path className={styles.truth} d={origin} />
      </svg>
    </div>
  )
}

/** In a picture of side 1. */
function pathOf({ size, values }: Grid, levels: readonly number[]): string {
  const at = (coordinate: number) => (coordinate / (size - 1)).toFixed(4)
  return levels
    .flatMap((level) => contour(values, size, level))
    .map(([x1, y1, x2, y2]) => `M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}`)
    .join('')
}
