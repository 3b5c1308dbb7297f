import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { placeLabels } from './label-placement.ts'

/** Room for a rule at the last epoch, in px. */
const CLEAR = 14

/** What guessing scores and what nothing can beat: dotted lines with their names above the right end. */
export function Levels({ frame }: { frame: Frame }) {
  const shown = frame.props.levels.filter(({ value }) => frame.inside(value))
  const lines = shown.map(({ value }) => frame.y(value))
  const free = frame.top + (frame.props.pennants ? 14 : -4)
  const places = placeLabels(
    lines.map((y) => (y - 5 >= free ? y - 5 : y + 13)),
    14,
    free,
    frame.bottom - 5,
  )
  return shown.map(({ label, value }, i) => (
    <g key={`${label} ${value}`}>
      <line className={styles.level} x1={frame.left} x2={frame.right} y1={lines[i]} y2={lines[i]} />
      <text
        className={`${styles.tick} ${styles.halo}`}
        x={frame.right - CLEAR}
        y={places[i]}
        textAnchor="end"
      >
        {label}
      </text>
    </g>
  ))
}
