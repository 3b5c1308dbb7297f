/** How often predictions of each confidence are right: on the diagonal they are as sure as they should be. */
import type { CalibrationBin } from '../../domain/predictions/calibration.ts'
import { linePath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './scatter.module.css'

export interface CalibrationPlotProps {
  readonly bins: readonly CalibrationBin[]
  /** Decides the colour. */
  readonly part: string
  readonly labels: { readonly x: string; readonly y: string; readonly summary: string }
  readonly tick: (share: number) => string
  /** What a bin is called when the pointer rests on it. */
  readonly describe: (bin: CalibrationBin) => string
}

const [LEFT, RIGHT, BOTTOM, TOP] = [40, 18, 34, 10]
const TICKS = [0, 0.5, 1]
const [SMALLEST, LARGEST] = [3, 9]

export function CalibrationPlot(props: CalibrationPlotProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ bins, part, labels, tick, describe, size }: CalibrationPlotProps & { size: Size }) {
  const side = Math.min(size.width - LEFT - RIGHT, size.height - BOTTOM - TOP)
  const x = (share: number) => LEFT + share * side
  const y = (share: number) => TOP + (1 - share) * side
  const filled = bins.filter(({ count }) => count > 0)
  const most = Math.max(1, ...filled.map(({ count }) => count))
  return (
    <Picture size={size} label={labels.summary}>
      <ValueTicks ticks={TICKS} left={LEFT} right={LEFT + side} y={y} label={tick} />
      <PlaceTicks ticks={TICKS} x={x} y={TOP + side + 16} label={tick} />
      <g className={styles.title}>
        <text x={LEFT + side} y={TOP + side + 32} textAnchor="end">
          {labels.x}
        </text>
        <text x={LEFT + 6} y={TOP + 12}>
          {labels.y}
        </text>
      </g>
      <line className={styles.level} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <path
        className={styles.line}
        data-part={part}
        d={linePath(filled.map(({ confidence, right }) => ({ x: x(confidence), y: y(right) })))}
      />
      {filled.map((bin) => (
        <circle
          key={bin.from}
          className={styles.dots}
          data-part={part}
          cx={x(bin.confidence)}
          cy={y(bin.right)}
          r={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(bin.count / most)}
        >
          <title>{describe(bin)}</title>
        </circle>
      ))}
    </Picture>
  )
}
