/** A regression in one dimension: the model's function, under the points that it was fitted to. */
import { useMemo } from 'react'
import { linearAxis } from '../kit/axis.ts'
import { dotsPath, linePath, type Point } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { PlaceTicks, ValueTicks, withinEnds } from '../kit/ticks.tsx'
import type { Extent, PlotPoint } from '../kit/types.ts'
import type { Size } from '../kit/use-size.ts'
import styles from './fit-curve.module.css'

interface Curve {
  readonly xs: ArrayLike<number>
  readonly ys: Float32Array
}

export interface FitCurveProps {
  readonly curve: Curve | null
  /** The function of the model that this one is a change of. */
  readonly baseline?: Curve | null
  /** Other models' values at the same places, as thin lines. */
  readonly others?: readonly ArrayLike<number>[]
  /** The range of x, then of y. */
  readonly extent: Extent
  readonly train: readonly PlotPoint[]
  readonly validation: readonly PlotPoint[]
  readonly label: string
  /** The function that generated the points. */
  readonly truth?: (x: number) => number
  /** The number format of the two axes; without it there are no ticks. */
  readonly tick?: (value: number) => string
}

const STEP = 64
const RADIUS = 3
const TRUTH_POINTS = 160

export function FitCurve(props: FitCurveProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

const NONE: readonly ArrayLike<number>[] = []

function Drawing({
  curve,
  baseline = null,
  others = NONE,
  extent,
  train,
  validation,
  label,
  truth,
  tick,
  size,
}: FitCurveProps & { size: Size }) {
  const [[x0, x1] = [0, 1], [y0, y1] = [0, 1]] = extent
  const [left, bottom] = tick === undefined ? [0, 0] : [30, 20]
  const [width, height] = [size.width - left, size.height - bottom]
  const place = useMemo(
    () => ({
      x: (x: number) => left + ((x - x0) / (x1 - x0)) * width,
      y: (y: number) => ((y1 - y) / (y1 - y0)) * height,
    }),
    [left, width, height, x0, x1, y0, y1],
  )
  const [model, before, around] = useMemo(() => {
    const path = (xs: ArrayLike<number> = [], ys: ArrayLike<number> = []) =>
      linePath(Array.from(xs, (x, i) => drawable(place.x(x), place.y(ys[i] ?? Number.NaN), height)))
    return [
      path(curve?.xs, curve?.ys),
      path(baseline?.xs, baseline?.ys),
      others.map((ys) => path(curve?.xs, ys)),
    ]
  }, [curve, baseline, others, place, height])
  const origin = useMemo(() => {
    if (truth === undefined) return ''
    const xs = Array.from({ length: TRUTH_POINTS + 1 }, (_, i) => x0 + ((x1 - x0) * i) / TRUTH_POINTS)
    return linePath(xs.map((x) => drawable(place.x(x), place.y(truth(x)), height)))
  }, [truth, place, height, x0, x1])
  const within = (low: number, high: number) => (value: number) => value >= low && value <= high
  const xs = linearAxis(x0, x1, width / STEP).ticks.filter(within(x0, x1))
  const ys = linearAxis(y0, y1, height / STEP).ticks.filter(within(y0, y1))
  return (
    <Picture size={size} label={label} beyond>
      <ValueTicks ticks={ys} left={left} right={size.width} y={place.y} label={tick} />
      {tick !== undefined && (
        <PlaceTicks ticks={xs} x={place.x} y={size.height - 5} label={tick} anchor={withinEnds([x0, x1])} />
      )}
      <svg x={left} width={width} height={height} viewBox={`${left} 0 ${width} ${height}`} aria-hidden="true">
        {around.map((path, i) => (
          <path key={i} className={styles.other} d={path} />
        ))}
        <path className={styles.truth} d={origin} />
        <path className={styles.validation} d={dots(validation, place)} />
        <path className={styles.train} d={dots(train, place)} />
        <path className={styles.baseline} d={before} />
        <path className={styles.model} d={model} />
      </svg>
    </Picture>
  )
}

interface Place {
  x(value: number): number
  y(value: number): number
}

function dots(points: readonly PlotPoint[], place: Place): string {
  return dotsPath(
    points.map(({ x, y }) => ({ x: place.x(x), y: place.y(y) })),
    RADIUS,
  )
}

/** Clips values outside the picture to coordinates that a screen can draw. */
function drawable(x: number, y: number, height: number): Point | null {
  return Number.isNaN(y) ? null : { x, y: Math.max(-height * 9, Math.min(y, height * 10)) }
}
