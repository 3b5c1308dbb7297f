/** Predicted against true numbers: right predictions lie on the diagonal. */
import { useMemo } from 'react'
import { linearAxis } from '../kit/axis.ts'
import { dotsPath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './scatter.module.css'

export interface AgreementPlotProps {
  readonly truth: Float32Array
  /** A prediction for each of the first of them; null before there is a model. */
  readonly predicted: Float32Array | null
  /** Decides the colour. */
  readonly part: string
  readonly labels: { readonly truth: string; readonly predicted: string; readonly summary: string }
  readonly tick: (value: number) => string
}

const STEP = 44
const RADIUS = 2.75
const [LEFT, BOTTOM] = [36, 34]

export function AgreementPlot(props: AgreementPlotProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ truth, predicted, part, labels, tick, size }: AgreementPlotProps & { size: Size }) {
  const [width, height] = [size.width - LEFT, size.height - BOTTOM]
  const axis = useMemo(() => {
    const low = truth.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const high = truth.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    const margin = (high - low) / 20 || 1
    return linearAxis(low - margin, high + margin, Math.max(2, height / STEP))
  }, [truth, height])
  const [low, high] = axis.domain
  const x = (value: number) => LEFT + ((value - low) / (high - low)) * width
  // A prediction beyond the axis is drawn on its end.
  const y = (value: number) => (1 - Math.max(0, Math.min(1, (value - low) / (high - low)))) * height
  const dots = dotsPath(
    Array.from(predicted ?? [], (value, i) => ({ x: x(truth[i] ?? 0), y: y(value) })),
    RADIUS,
  )
  return (
    <Picture size={size} label={labels.summary}>
      <ValueTicks ticks={axis.ticks} left={LEFT} right={size.width} y={y} label={tick} />
      <PlaceTicks ticks={axis.ticks.slice(1, -1)} x={x} y={height + 16} label={tick} />
      <g className={styles.title}>
        <text x={size.width} y={size.height - 2} textAnchor="end">
          {labels.truth}
        </text>
        <text x={LEFT + 6} y={10}>
          {labels.predicted}
        </text>
      </g>
      <line className={styles.level} x1={x(low)} y1={y(low)} x2={x(high)} y2={y(high)} />
      <path className={styles.dots} data-part={part} d={dots} />
    </Picture>
  )
}
