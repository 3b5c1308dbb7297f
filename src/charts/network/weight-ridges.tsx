/**
 * The weights of a layer over epochs: a histogram for each, behind one another, the first at the back; at the right how many
 * are 0 or nearly so.
 */
import { linePath } from '../kit/paths.ts'
import { SizedBox } from '../kit/sized-box.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './network.module.css'

interface Ridge {
  readonly epoch: number
  /** Equal bins from −reach to reach; equal reach in all ridges. */
  readonly counts: Uint32Array
  /** The shares of weights that are 0, and of those nearer to 0 than the view says, the zeros among them. */
  readonly zero: number
  readonly nearZero: number
}

export interface WeightRidgesProps {
  /** By epoch, ascending. */
  readonly ridges: readonly Ridge[]
  readonly reach: number
  /** The epoch that stands out. */
  readonly shown: number
  readonly tick: (value: number) => string
  readonly epoch: (epoch: number) => string
  readonly percent: (share: number) => string
  readonly labels: { readonly summary: string; readonly nearZero: string }
}

const [LEFT, GAP, SHARES, FOOT] = [40, 14, 76, 20]
/** The highest bin is so many lines high. */
const HIGH = 3.4
const LABEL_APART = 14

export function WeightRidges(props: WeightRidgesProps) {
  return <SizedBox className={styles.ridges}>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing(props: WeightRidgesProps & { readonly size: Size }) {
  const { ridges, reach, shown, tick, epoch, percent, labels, size } = props
  const right = size.width - SHARES - GAP
  const bottom = size.height - FOOT
  const apart = bottom / (ridges.length + HIGH)
  const most = Math.max(1, ...ridges.map(({ counts }) => Math.max(...counts)))
  const base = (i: number) => bottom - (ridges.length - 1 - i) * apart
  const bins = ridges[0]?.counts.length ?? 1
  const x = (bin: number) => LEFT + ((bin + 0.5) / bins) * (right - LEFT)
  const path = ({ counts }: Ridge, i: number) =>
    linePath([...counts].map((count, bin) => ({ x: x(bin), y: base(i) - (count / most) * HIGH * apart })))
  const every = Math.ceil(LABEL_APART / apart)
  const isLabelled = (i: number) => (ridges.length - 1 - i) % every === 0 || (i === 0 && apart > 12)
  const zeros = right + GAP
  return (
    <svg role="img" aria-label={labels.summary} width={size.width} height={size.height}>
      <line
        className={styles.base}
        x1={x((bins - 1) / 2)}
        x2={x((bins - 1) / 2)}
        y1={HIGH * apart}
        y2={bottom}
      />
      {ridges.map((ridge, i) => {
        const line = path(ridge, i)
        return (
          <g key={ridge.epoch} data-epoch={ridge.epoch} data-shown={ridge.epoch === shown}>
            <path className={styles.ridgeFill} d={`${line}L${x(bins - 1)} ${base(i)}L${x(0)} ${base(i)}Z`} />
            <path className={styles.ridge} d={line} />
            <rect
              className={styles.near}
              {...{ x: zeros, y: base(i) - apart * 0.7, height: Math.max(1, apart * 0.7) }}
              width={ridge.nearZero * SHARES}
            />
            <rect
              className={styles.zero}
              {...{ x: zeros, y: base(i) - apart * 0.7, height: Math.max(1, apart * 0.7) }}
              width={ridge.zero * SHARES}
            />
            {isLabelled(i) && (
              <text className={styles.ridgeLabel} x={LEFT - 8} y={base(i) + 3} textAnchor="end">
                {epoch(ridge.epoch)}
              </text>
            )}
          </g>
        )
      })}
      <line className={styles.base} x1={LEFT} x2={right} y1={bottom + 0.5} y2={bottom + 0.5} />
      <line className={styles.base} x1={zeros - 0.5} x2={zeros - 0.5} y1={HIGH * apart - apart} y2={bottom} />
      <g className={styles.tick}>
        <text x={LEFT} y={size.height - 5}>
          {tick(-reach)}
        </text>
        <text x={x((bins - 1) / 2)} y={size.height - 5} textAnchor="middle">
          0
        </text>
        <text x={right} y={size.height - 5} textAnchor="end">
          {tick(reach)}
        </text>
        <text x={zeros} y={Math.max(10, HIGH * apart - apart - 6)}>
          {labels.nearZero}
        </text>
        <text x={zeros + SHARES} y={size.height - 5} textAnchor="end">
          {percent(1)}
        </text>
      </g>
    </svg>
  )
}
