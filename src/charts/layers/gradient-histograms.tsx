/**
 * How the gradients of each layer's weights are spread: a histogram for each layer, the input side first, on one log axis. A
 * layer whose gradients vanish lies further left than the others, one whose gradients explode further right. Histograms that
 * stand beside each other share the axis.
 */

import { barsPath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { Raised } from '../kit/raised.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './gradient-histograms.module.css'

interface LayerGradients {
  readonly title: string
  /** Weights by the size of their gradient: equal bins on a log axis, the same for all layers. */
  readonly counts: Uint32Array
  readonly rms: number
  /** What is told of the layer besides. */
  readonly notes: readonly string[]
}

export interface GradientHistogramsProps {
  readonly layers: readonly LayerGradients[]
  /** The counts of all histograms that share the axis, these included. */
  readonly onAxis: readonly Uint32Array[]
  /** The lower end of a bin. */
  readonly start: (bin: number) => number
  readonly perDecade: number
  readonly labels: {
    readonly tick: (value: number) => string
    readonly value: (value: number) => string
    readonly summary: string
  }
}

const [LEFT, RIGHT, HIGH, APART, FOOT] = [62, 100, 30, 12, 22]
/** From one line of text beside a histogram to the next. */
const LINE = 12
const TICK_APART = 44
/** Bins lower than this share of the highest are no reason for a longer axis. */
const RARE = 0.01
/** This bin, a gradient of 10⁻³, is always on the axis. */
const USUAL = 27

export function GradientHistograms(props: GradientHistogramsProps) {
  const height = props.layers.length * (HIGH + APART) + FOOT
  return (
    <div style={{ height }}>
      <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
    </div>
  )
}

function Drawing({
  layers,
  onAxis,
  start,
  perDecade,
  labels,
  size,
}: GradientHistogramsProps & { readonly size: Size }) {
  const [from, to] = decadesAround(onAxis, perDecade)
  const right = Math.max(LEFT + 1, size.width - RIGHT)
  const width = (right - LEFT) / (to - from)
  const x = (bin: number) => LEFT + (bin - from) * width
  const decades = (to - from) / perDecade
  const every = Math.ceil((decades * TICK_APART) / (right - LEFT))
  const ticks = Array.from({ length: decades + 1 }, (_, i) => from + i * perDecade).filter(
    (_, i) => i % every === 0,
  )
  const bottom = layers.length * (HIGH + APART)
  return (
    <Picture size={size} label={labels.summary}>
      {ticks.map((bin) => (
        <g key={bin}>
          <line className={styles.grid} x1={x(bin)} x2={x(bin)} y1={0} y2={bottom} />
          <text className={styles.tick} x={x(bin)} y={bottom + 16} textAnchor="middle">
            <Raised text={labels.tick(start(bin))} />
          </text>
        </g>
      ))}
      {layers.map(({ title, counts, rms, notes }, i) => {
        const base = i * (HIGH + APART) + HIGH + 4
        const most = Math.max(1, ...counts)
        const bars = [...counts].slice(from, to).map((count, bin) => ({
          left: x(from + bin) + 0.5,
          width: Math.max(1, width - 1),
          height: (count / most) * HIGH,
        }))
        const mean = LEFT + (Math.log10(rms) - Math.log10(start(from))) * perDecade * width
        return (
          <g key={title} data-layer={i}>
            <text className={styles.title} x={LEFT - 8} y={base - 4} textAnchor="end">
              {title}
            </text>
            <path className={styles.bin} d={barsPath(bars, base)} data-bars />
            <line className={styles.base} x1={LEFT} x2={right} y1={base + 0.5} y2={base + 0.5} />
            {Number.isFinite(mean) && (
              <line className={styles.rms} x1={mean} x2={mean} y1={base - HIGH} y2={base} data-rms />
            )}
            <text className={styles.rmsText} x={right + 8} y={base - 4 - LINE * notes.length}>
              {labels.value(rms)}
            </text>
            {notes.map((note, line) => (
              <text
                key={note}
                className={styles.tick}
                x={right + 8}
                y={base - 4 - LINE * (notes.length - 1 - line)}
              >
                {note}
              </text>
            ))}
          </g>
        )
      })}
    </Picture>
  )
}

/** The first bin of the axis and the one behind its last: whole decades around what there is. */
function decadesAround(histograms: readonly Uint32Array[], perDecade: number): [number, number] {
  const filled = histograms.flatMap((counts) => {
    const few = RARE * Math.max(...counts)
    return [...counts.keys()].filter((bin) => counts[bin]! > few)
  })
  const [first, last] = [Math.min(...filled, USUAL), Math.max(...filled, USUAL)]
  return [Math.floor(first / perDecade) * perDecade, Math.ceil((last + 1) / perDecade) * perDecade]
}
