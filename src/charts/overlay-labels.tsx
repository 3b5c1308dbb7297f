import { coloursOf } from './colour.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { placeLabels } from './label-placement.ts'
import { ellipsis } from './text-width.ts'

const APART = 18
const AWAY = 20

/** Names of overlaid runs in one column beside the longest, each tied to the end of its curve. */
export function OverlayLabels({ frame }: { frame: Frame }) {
  const ends = frame.series.flatMap(({ run, points }) => {
    const last = points.findLast((point) => point.validation !== null)
    if (last === undefined || last.validation === null) return []
    return [{ run, x: frame.x(last.x), y: frame.y(last.validation) }]
  })
  const column = Math.max(...ends.map(({ x }) => x), frame.left) + AWAY
  const places = placeLabels(
    ends.map(({ y }) => y),
    APART,
    frame.top,
    frame.bottom - 4,
  )
  return ends.map(({ run, x, y }, i) => {
    const colours = coloursOf(run)
    const place = places[i]!
    const bend = column - AWAY
    return (
      <g key={run.id} style={{ color: colours.validation, fill: colours.validationText }}>
        {bend - x > 1 && <line className={styles.tether} x1={x} x2={bend} y1={y} y2={y} />}
        <path
          className={styles.leader}
          d={`M${bend + 2} ${y}C${bend + 10} ${y} ${column - 12} ${place} ${column - 4} ${place}`}
        />
        <text className={`${styles.value} ${styles.halo}`} x={column} y={place + 4}>
          {ellipsis(run.name, 12, 600, frame.size.width - column)}
        </text>
      </g>
    )
  })
}
