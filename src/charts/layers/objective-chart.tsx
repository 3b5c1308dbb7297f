/** What training minimizes, in its parts: losses and a penalty over epochs on one linear axis. */
import { useMemo } from 'react'
import { axisFromZero, linearAxis } from '../kit/axis.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { linePath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './objective-chart.module.css'

export type ObjectiveLine = 'train' | 'validation' | 'penalty' | 'total' | 'fit'

export interface ObjectiveChartProps {
  /** Of each line the numbers of its epochs, ascending, and a value for each; what is no number is a gap. */
  readonly lines: readonly {
    readonly key: ObjectiveLine
    readonly epochs: readonly number[]
    readonly values: readonly number[]
  }[]
  /** The data loss before the first update; null where that is not known. */
  readonly start: number | null
  readonly labels: {
    readonly names: Readonly<Record<ObjectiveLine, string>>
    readonly value: (value: number) => string
    readonly tick: (value: number) => string
    readonly xTick: (epoch: number) => string
    readonly summary: string
  }
}

const [LEFT, RIGHT, TOP, BOTTOM] = [40, 108, 8, 22]
const STEP = { x: 56, y: 40 }
const APART = 30
/** Values above this many times the start are drawn at the top: a penalty may be high, a run that diverges passes all bounds. */
const FAR = 1000

export function ObjectiveChart(props: ObjectiveChartProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ lines, start, labels, size }: ObjectiveChartProps & { size: Size }) {
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM]
  const xs = axisFromZero(
    Math.max(1, ...lines.map(({ epochs }) => epochs.at(-1) ?? 1)),
    (right - LEFT) / STEP.x,
  )
  const ys = useMemo(() => {
    const most = start === null ? Number.MAX_VALUE : FAR * start
    const values = lines.flatMap((line) => line.values).filter((value) => value <= most)
    return linearAxis(0, values.reduce((a, b) => Math.max(a, b), 0) || 1, (bottom - TOP) / STEP.y)
  }, [lines, start, bottom])
  const x = (epoch: number) => LEFT + (epoch / xs.domain[1]) * (right - LEFT)
  const y = (value: number) => Math.max(TOP, TOP + (1 - value / ys.domain[1]) * (bottom - TOP))
  const ended = lines.flatMap(({ key, values }) => {
    const last = values.at(-1)
    return last !== undefined && Number.isFinite(last) ? [{ key, last }] : []
  })
  const places = placeLabels(
    ended.map(({ last }) => y(last)),
    APART,
    TOP + 10,
    bottom - 6,
  )
  return (
    <Picture size={size} label={labels.summary}>
      <ValueTicks ticks={ys.ticks} left={LEFT} right={right} y={y} label={labels.tick} />
      <PlaceTicks ticks={xs.ticks} x={x} y={size.height - 4} label={labels.xTick} />
      {lines.map(({ key, epochs, values }) => (
        <path
          key={key}
          className={styles.line}
          data-line={key}
          d={linePath(
            values.map((value, i) => (Number.isFinite(value) ? { x: x(epochs[i]!), y: y(value) } : null)),
          )}
        />
      ))}
      {ended.map(({ key, last }, i) => (
        <text key={key} className={styles.name} data-line={key} x={right + 8} y={places[i]! - 4}>
          <tspan x={right + 8}>{labels.names[key]}</tspan>
          <tspan x={right + 8} dy={14}>
            {labels.value(last)}
          </tspan>
        </text>
      ))}
    </Picture>
  )
}
