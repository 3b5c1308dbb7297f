/** How many weights of a layer have each size: bars now, an outline before training. */
import { barsPath, linePath } from '../kit/paths.ts'
import { SizedBox } from '../kit/sized-box.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './network.module.css'

export interface WeightHistogramProps {
  /** Equal bins from −reach to reach. */
  readonly counts: Uint32Array
  readonly startCounts: Uint32Array
  readonly reach: number
  readonly tick: (value: number) => string
  readonly label: string
}

const FOOT = 18

export function WeightHistogram(props: WeightHistogramProps) {
  return <SizedBox className={styles.histogram}>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ counts, startCounts, reach, tick, label, size }: WeightHistogramProps & { size: Size }) {
  const { width, height } = size
  const bottom = height - FOOT
  const most = Math.max(1, ...counts, ...startCounts)
  const bin = width / counts.length
  const y = (count: number) => bottom - (count / most) * (bottom - 2)
  const bars = Array.from(counts, (count, i) => ({
    left: i * bin + 0.5,
    width: Math.max(1, bin - 1),
    height: bottom - y(count),
  }))
  const outline = [
    { x: 0, y: bottom },
    ...Array.from(startCounts).flatMap((count, i) => [
      { x: i * bin, y: y(count) },
      { x: (i + 1) * bin, y: y(count) },
    ]),
    { x: width, y: bottom },
  ]
  return (
    <svg role="img" aria-label={label} width={width} height={height}>
      <path className={styles.bin} d={barsPath(bars, bottom)} data-bars />
      <path className={styles.startOutline} d={linePath(outline)} />
      <line className={styles.base} x1={0} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} />
      <g className={styles.tick}>
        <text x={0} y={height - 4}>
          {tick(-reach)}
        </text>
        <text x={width / 2} y={height - 4} textAnchor="middle">
          0
        </text>
        <text x={width} y={height - 4} textAnchor="end">
          {tick(reach)}
        </text>
      </g>
    </svg>
  )
}
