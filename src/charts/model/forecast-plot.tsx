/** A series as it was and as it was forecast, over time. */
import { useMemo } from 'react'
import { linearAxis } from '../kit/axis.ts'
import { linePath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './scatter.module.css'

export interface ForecastPlotProps {
  /** In the order of time. */
  readonly truth: Float64Array
  readonly predicted: Float64Array
  /** Decides the colour of the forecast. */
  readonly part: string
  readonly summary: string
  readonly tick: (value: number) => string
}

const STEP = 52
const [LEFT, BOTTOM] = [40, 8]

export function ForecastPlot(props: ForecastPlotProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ truth, predicted, part, summary, tick, size }: ForecastPlotProps & { size: Size }) {
  const [width, height] = [size.width - LEFT - 4, size.height - BOTTOM]
  const axis = useMemo(() => {
    const all = [...truth, ...predicted].filter(Number.isFinite)
    const low = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
    const high = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    return linearAxis(all.length === 0 ? 0 : low, all.length === 0 ? 1 : high, Math.max(2, height / STEP))
  }, [truth, predicted, height])
  const [low, high] = axis.domain
  const point = (value: number, i: number) =>
    Number.isFinite(value)
      ? {
          x: LEFT + (truth.length > 1 ? (i / (truth.length - 1)) * width : 0),
          y: 6 + ((high - value) / (high - low)) * (height - 6),
        }
      : null
  return (
    <Picture size={size} label={summary}>
      <ValueTicks
        ticks={axis.ticks}
        left={LEFT}
        right={size.width}
        y={(value) => point(value, 0)!.y}
        label={tick}
      />
      <path className={styles.truth} d={linePath(Array.from(truth, point))} />
      <path className={styles.line} data-part={part} d={linePath(Array.from(predicted, point))} />
    </Picture>
  )
}
