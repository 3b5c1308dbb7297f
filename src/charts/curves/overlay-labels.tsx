import { coloursOf, isGrey } from '../kit/colour.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { shortenedName } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'

const APART = 18
const AWAY = 20

/** The names of overlaid runs in one column beside the longest curve, each tied to the end of its own. */
export function OverlayLabels({ frame }: { frame: Frame }) {
  const room = Math.floor((frame.bottom - 4 - frame.top) / APART)
  // Where not all names fit, the runs without a colour of their own are only counted.
  const named = frame.series.length <= room ? frame.series : frame.series.filter(({ run }) => !isGrey(run))
  const more = frame.series.length - named.length
  const ends = named.flatMap(({ run, points }) => {
    const last = points.findLast((point) => point.validation !== null)
    if (last === undefined || last.validation === null) return []
    return [{ run, x: frame.x(last.x), y: frame.y(last.validation) }]
  })
  const column = Math.max(...ends.map(({ x }) => x), ends.length > 0 ? frame.left : frame.right) + AWAY
  const places = placeLabels(
    ends.map(({ y }) => y),
    APART,
    frame.top,
    frame.bottom - 4 - (more > 0 ? APART : 0),
  )
  const labels = ends.map(({ run, x, y }, i) => {
    const colours = coloursOf(run)
    const place = places[i]!
    const bend = column - AWAY
    return (
      <g
        key={run.id}
        className={run.behind ? styles.nameBehind : undefined}
        style={{ color: colours.validation, fill: colours.validationText }}
      >
        {bend - x > 1 && <line className={styles.tether} x1={x} x2={bend} y1={y} y2={y} />}
        <path
          className={styles.leader}
          d={`M${bend + 2} ${y}C${bend + 10} ${y} ${column - 12} ${place} ${column - 4} ${place}`}
        />
        <text className={`${styles.value} ${styles.halo}`} x={column} y={place + 4}>
          {shortenedName(run.name, 12, 600, frame.size.width - column)}
        </text>
      </g>
    )
  })
  return (
    <>
      {labels}
      {more > 0 && (
        <text className={`${styles.tick} ${styles.halo}`} x={column} y={frame.bottom - 4}>
          {frame.props.labels.more(more)}
        </text>
      )}
    </>
  )
}
