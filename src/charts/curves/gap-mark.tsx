import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'

interface GapMarkProps {
  readonly frame: Frame
  readonly x: number
  readonly from: number
  readonly to: number
  readonly words: string
  /** The run whose gap is marked, at the end of its curves. */
  readonly at: string
}

/** A dimension line between the two end labels, as on a sewing pattern. Where they are too close it is left out. */
export function GapMark({ frame, x, from, to, words, at }: GapMarkProps) {
  const height = to - from
  const textX = x + (frame.layout.narrow ? 9 : 14)
  const fits = textX + textWidth(at, 11, 400) <= frame.size.width && height >= 40
  if (height < 14) {
    const below = to + 2 * 16 + 26
    const y = below < frame.bottom ? below : from - 2 * 16 - 16
    return (
      <text className={`${styles.gap} ${styles.halo}`} x={x - 6} y={y}>
        {words}
      </text>
    )
  }
  const middle = (from + to) / 2
  return (
    <g>
      <path className={styles.dimension} d={`M${x - 4} ${from}h8m-4 0V${to}m-4 0h8`} />
      <text className={`${styles.gap} ${styles.halo}`} x={textX} y={fits ? middle - 3 : middle + 4}>
        {words}
      </text>
      {fits && (
        <text className={`${styles.tick} ${styles.halo}`} x={textX} y={middle + 12}>
          {at}
        </text>
      )}
    </g>
  )
}
