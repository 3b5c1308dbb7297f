import { memo } from 'react'
import type { EpochRow } from '../../domain/run/run.ts'
import { linePath } from '../kit/paths.ts'
import { type SparkRange, sparkPoints } from './spark-points.ts'
import styles from './sparkline.module.css'

export interface SparklineProps {
  readonly rows: readonly EpochRow[]
  /** Epoch. */
  readonly best: number | null
  /** The right end of the x scale, the same for all rows of a table. */
  readonly epochs: number
  /** The `sparkRange` of all rows whose losses are comparable; the curve's own if absent. */
  readonly range?: SparkRange | undefined
}

const WIDTH = 92
const HEIGHT = 20

/** Validation loss as a curve the size of a word. Screen readers skip it, because numbers beside it say the same. */
export const Sparkline = memo(function Sparkline({ rows, best, epochs, range }: SparklineProps) {
  const points = sparkPoints(rows, epochs, WIDTH, HEIGHT, range)
  const dot = best === null ? undefined : points.find((point) => point.epoch >= best)
  return (
    <svg className={styles.spark} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={linePath(points)} />
      {dot !== undefined && <circle cx={dot.x} cy={dot.y} r={2.5} />}
    </svg>
  )
})
