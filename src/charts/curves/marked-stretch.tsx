import { placeOf } from '../kit/x-place.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'

/** The fewest pixels that can be seen. */
const NARROWEST = 6

/** A band behind the stretch of epochs that somebody points at. */
export function MarkedStretch({ frame }: { frame: Frame }) {
  const marked = frame.series.find(({ run }) => run.marked)
  if (!marked?.run.marked) return null
  const [from, to] = marked.run.marked
  const [left, right] = [frame.x(placeOf(marked.run, from)), frame.x(placeOf(marked.run, to))]
  const width = Math.max(NARROWEST, right - left)
  return (
    <rect
      className={styles.marked}
      x={Math.min(left, frame.right - NARROWEST)}
      y={frame.top}
      width={width}
      height={frame.bottom - frame.top}
    />
  )
}
