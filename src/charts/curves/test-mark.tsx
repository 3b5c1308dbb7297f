import { freePlace } from '../kit/free-place.ts'
import type { Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import { drawnCurves } from './drawn-lines.ts'
import type { Frame } from './frame.ts'

const AWAY = 11
const HEIGHT = 14

/** The test score: a diamond in ink at the epoch of its weights, with a label where it covers no curve. */
export function TestMark({ frame, of, x, value }: { frame: Frame; of: Series; x: number; value: number }) {
  const { labels } = frame.props
  if (!Number.isFinite(value)) return null
  const y = frame.y(value)
  const words = `${labels.test} ${labels.value(value)}`
  const width = textWidth(words, 12, 600)
  const place = (middle: number, left: boolean) => ({
    left: left ? x - AWAY - width : x + AWAY,
    right: left ? x - AWAY : x + AWAY + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  })
  const chosen = freePlace(
    [
      place(y, true),
      place(y, false),
      ...[-16, 16, -28, 28].flatMap((shift) => [place(y + shift, true), place(y + shift, false)]),
    ],
    drawnCurves(frame, [of]),
    frame,
  )
  return (
    <g>
      <path className={styles.diamond} d={`M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`} />
      <text className={`${styles.test} ${styles.halo}`} x={chosen.left} y={chosen.bottom - 3}>
        {words}
      </text>
    </g>
  )
}
