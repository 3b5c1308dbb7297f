import { coloursOf } from '../kit/colour.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { AWAY, overlayNames } from './overlay-names.ts'

/** The names of overlaid runs, each tied to the end of its own curve. */
export function OverlayLabels({ frame }: { frame: Frame }) {
  const { column, names, more } = overlayNames(frame)
  const bend = column - AWAY
  return (
    <>
      {names.map(({ run, text, x, y, place }) => {
        const colours = coloursOf(run)
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
              {text}
            </text>
          </g>
        )
      })}
      {more > 0 && (
        <text className={`${styles.tick} ${styles.halo}`} x={column} y={frame.bottom - 4}>
          {frame.props.labels.more(more)}
        </text>
      )}
    </>
  )
}
