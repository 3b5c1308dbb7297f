/** Residuals over predictions: what is right lies on the line at 0. */
import { useMemo } from 'react'
import { linearAxis } from '../kit/axis.ts'
import { dotsPath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { PlaceTicks, ValueTicks, withinEnds } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './scatter.module.css'

export interface ResidualPlotProps {
  readonly predicted: Float32Array
  readonly residuals: Float64Array
  /** Decides the colour. */
  readonly part: string
  readonly labels: { readonly x: string; readonly y: string; readonly summary: string }
  readonly tick: (value: number) => string
}

const STEP = 52
const RADIUS = 2.75
const [LEFT, BOTTOM] = [40, 34]

export function ResidualPlot(props: ResidualPlotProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ predicted, residuals, part, labels, tick, size }: ResidualPlotProps & { size: Size }) {
  const [width, height] = [size.width - LEFT, size.height - BOTTOM]
  const [xs, ys] = useMemo(
    () => [axisAround(predicted, width / (1.5 * STEP), false), axisAround(residuals, height / STEP, true)],
    [predicted, residuals, width, height],
  )
  const x = (value: number) => LEFT + ((value - xs.domain[0]) / (xs.domain[1] - xs.domain[0])) * width
  const y = (value: number) => 6 + ((ys.domain[1] - value) / (ys.domain[1] - ys.domain[0])) * (height - 6)
  return (
    <Picture size={size} label={labels.summary}>
      <ValueTicks ticks={ys.ticks} left={LEFT} right={size.width} y={y} label={tick} zero={styles.level} />
      <PlaceTicks ticks={xs.ticks} x={x} y={height + 16} label={tick} anchor={withinEnds(xs.domain)} />
      <g className={styles.title}>
        <text x={size.width} y={size.height - 2} textAnchor="end">
          {labels.x}
        </text>
        <text x={LEFT + 6} y={10}>
          {labels.y}
        </text>
      </g>
      <path
        className={styles.dots}
        data-part={part}
        d={dotsPath(
          Array.from(predicted, (value, i) => ({ x: x(value), y: y(residuals[i]!) })),
          RADIUS,
        )}
      />
    </Picture>
  )
}

/** Of residuals the axis is as long below 0 as above. */
function axisAround(values: Float32Array | Float64Array, count: number, even: boolean) {
  const finite = Array.from(values).filter(Number.isFinite)
  const low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (finite.length === 0) return linearAxis(-1, 1, Math.max(2, count))
  const reach = Math.max(-low, high) || 1
  return even ? linearAxis(-reach, reach, Math.max(2, count)) : linearAxis(low, high, Math.max(2, count))
}
