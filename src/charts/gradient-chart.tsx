/** How much of the gradient reaches each layer: one line a layer over epochs, on a log axis. The input side is palest. */
import { useMemo, useRef } from 'react'
import type { EpochRow } from '../domain/run.ts'
import { logAxis } from './axis.ts'
import styles from './gradient-chart.module.css'
import { placeLabels } from './label-placement.ts'
import { linePath } from './paths.ts'
import { type Size, useSize } from './use-size.ts'

export interface GradientChartProps {
  readonly rows: readonly EpochRow[]
  readonly label: string
  readonly tick: (value: number) => string
  /** What the number at the end of a line counts, for the first of them. */
  readonly layer: (number: number) => string
}

const LEFT = 40
const RIGHT = 52
const EDGE = 8
/** Between two labels; where there are more layers than room, only as many as fit are named. */
const LABEL = 12
const STEP = 36
/** Gradients that fell further below the largest than this are drawn on the floor. */
const DEEPEST = 1e-12

export function GradientChart(props: GradientChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={styles.box}>
      {size !== null && <Drawing {...props} size={size} />}
    </div>
  )
}

function Drawing({ rows, label, tick, layer, size }: GradientChartProps & { size: Size }) {
  const { width, height } = size
  const layers = rows.at(-1)?.gradients.length ?? 0
  const drawn = useMemo(() => {
    const sizes = rows.flatMap(({ gradients }) => gradients.filter((g) => g > 0 && Number.isFinite(g)))
    if (sizes.length === 0) return null
    const high = sizes.reduce((a, b) => Math.max(a, b))
    const low = Math.max(
      sizes.reduce((a, b) => Math.min(a, b)),
      high * DEEPEST,
    )
    const axis = logAxis(low, high, (height - 2 * EDGE) / STEP)
    const [from, to] = [Math.log(axis.domain[0]), Math.log(axis.domain[1])]
    const [first, last] = [rows[0]!.epoch, rows.at(-1)!.epoch]
    const x = (epoch: number) => LEFT + ((epoch - first) / Math.max(1, last - first)) * (width - LEFT - RIGHT)
    const y = (value: number) =>
      height - EDGE - ((Math.log(Math.max(value, axis.domain[0])) - from) / (to - from)) * (height - 2 * EDGE)
    const lines = Array.from({ length: layers }, (_, i) =>
      linePath(
        rows.map(({ epoch, gradients }) => {
          const value = gradients[i]
          return value === undefined || !Number.isFinite(value) ? null : { x: x(epoch), y: y(value) }
        }),
      ),
    )
    return { ticks: axis.ticks.map((value) => ({ value, y: y(value) })), lines, y }
  }, [rows, layers, width, height])
  if (drawn === null) return null
  const every = Math.max(1, Math.ceil((layers * LABEL) / (height - 2 * EDGE)))
  const named = Array.from({ length: layers }, (_, i) => i).filter(
    (i) => i === layers - 1 || (i % every === 0 && layers - 1 - i >= every),
  )
  const ends = named.map((i) => drawn.y(rows.at(-1)!.gradients[i]!))
  const places = placeLabels(ends, LABEL, EDGE, height - EDGE)
  const colour = (i: number) => `color-mix(in oklab, var(--ink) ${shade(i, layers)}%, var(--rule))`
  return (
    <svg role="img" aria-label={label} width={width} height={height} className={styles.picture}>
      {drawn.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y} y2={y} />
          <text className={styles.tick} x={LEFT - 8} y={y + 4} textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
      {drawn.lines.map((path, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: layers are their places.
        <path key={i} className={styles.line} d={path} stroke={colour(i)} />
      ))}
      {named.map((i, at) => (
        <text key={i} className={styles.tick} x={width - RIGHT + 8} y={places[at]! + 4}>
          {at === 0 ? layer(i + 1) : i + 1}
        </text>
      ))}
    </svg>
  )
}

/** Per cent of ink: from pale at the input to full at the output. */
function shade(index: number, layers: number): number {
  return layers < 2 ? 100 : Math.round(30 + (70 * index) / (layers - 1))
}
