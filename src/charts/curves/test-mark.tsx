import type { Series } from '../kit/series.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { testBox, testWords } from './test-box.ts'

/** The test score: a diamond in ink at the epoch of its weights, with a label where it covers no curve. */
export function TestMark({ frame, of, x, value }: { frame: Frame; of: Series; x: number; value: number }) {
  const box = testBox(frame, of, x, value)
  if (box === null) return null
  const y = frame.y(value)
  return (
    <g>
      <path className={styles.diamond} d={`M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`} />
      <text className={`${styles.test} ${styles.halo}`} x={box.left} y={box.bottom - 3}>
        {testWords(frame, value)}
      </text>
    </g>
  )
}
