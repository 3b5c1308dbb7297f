/**
 * How an optimizer divides the learning rate among weights: over epochs the median, the middle half and nine tenths of the
 * weights, on a log axis, and the learning rate itself.
 */
import { useMemo } from 'react'
import type { RateQuantiles } from '../../domain/training/effective-rates.ts'
import { axisFromZero, logAxis } from '../kit/axis.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { bandPath, linePath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { textWidth } from '../kit/text-width.ts'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './rates-chart.module.css'

export interface RatesChartProps {
  readonly points: readonly {
    readonly epoch: number
    readonly learningRate: number
    readonly quantiles: RateQuantiles
  }[]
  /** The epoch at which the axis ends. */
  readonly until: number
  readonly labels: {
    readonly summary: string
    readonly tick: (value: number) => string
    readonly epoch: (value: number) => string
    readonly epochs: string
    readonly median: string
    readonly half: string
    readonly most: string
    readonly learningRate: string
  }
}

export function RatesChart(props: RatesChartProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

const [LEFT, RIGHT, TOP, BOTTOM] = [48, 92, 10, 22]
const APART = 16
/** Places in the quantiles. */
const [LOW, QUARTER, MEDIAN, THREE_QUARTERS, HIGH] = [0, 1, 2, 3, 4] as const

function Drawing({ points, until, labels, size }: RatesChartProps & { readonly size: Size }) {
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM]
  const plot = useMemo(() => {
    const values = points
      .flatMap(({ quantiles, learningRate }) => [...quantiles, learningRate])
      .filter((value) => value > 0 && Number.isFinite(value))
    const ys = logAxis(Math.min(...values), Math.max(...values), (bottom - TOP) / 34)
    const xs = axisFromZero(until, (right - LEFT) / 56)
    const [from, to] = [Math.log(ys.domain[0]), Math.log(ys.domain[1])]
    return {
      xs,
      ys,
      x: (epoch: number) => LEFT + (epoch / xs.domain[1]) * (right - LEFT),
      y: (value: number) =>
        bottom - ((Math.log(Math.max(value, ys.domain[0])) - from) / (to - from)) * (bottom - TOP),
    }
  }, [points, until, right, bottom])
  const { xs, ys, x, y } = plot
  const band = (low: number, high: number) =>
    bandPath(
      points.map(({ epoch, quantiles }) => ({
        x: x(epoch),
        from: y(quantiles[low]!),
        to: y(quantiles[high]!),
      })),
    )
  const line = (of: (point: (typeof points)[number]) => number) =>
    linePath(points.map((point) => ({ x: x(point.epoch), y: y(of(point)) })))
  const last = points.at(-1)!
  const names = [
    { key: 'most', text: labels.most, at: last.quantiles[HIGH]! },
    { key: 'half', text: labels.half, at: last.quantiles[THREE_QUARTERS]! },
    { key: 'median', text: labels.median, at: last.quantiles[MEDIAN]! },
    { key: 'rate', text: labels.learningRate, at: last.learningRate },
  ]
  const places = placeLabels(
    names.map(({ at }) => y(at)),
    APART,
    TOP + 6,
    bottom - 6,
  )
  const unitGap = Math.max(10, textWidth(labels.epoch(xs.ticks.at(-1)!), 11, 400) / 2 + 6)
  return (
    <Picture size={size} label={labels.summary} beyond>
      <ValueTicks ticks={ys.ticks} left={LEFT} right={right} y={y} label={labels.tick} />
      <PlaceTicks ticks={xs.ticks} x={x} y={size.height - 5} label={labels.epoch} />
      <text className={styles.unit} x={right + unitGap} y={size.height - 5}>
        {labels.epochs}
      </text>
      <path className={styles.most} d={band(LOW, HIGH)} />
      <path className={styles.half} d={band(QUARTER, THREE_QUARTERS)} />
      <path className={styles.rate} d={line(({ learningRate }) => learningRate)} />
      <path className={styles.median} data-line="median" d={line(({ quantiles }) => quantiles[MEDIAN]!)} />
      <circle
        className={styles.end}
        data-line="median"
        cx={x(last.epoch)}
        cy={y(last.quantiles[MEDIAN]!)}
        r={3.5}
      />
      {names.map(({ key, text }, i) => (
        <text key={key} className={styles.name} data-line={key} x={right + 10} y={places[i]! + 4}>
          {text}
        </text>
      ))}
    </Picture>
  )
}
