import { gap } from '../../domain/run/run.ts'
import { coloursOf } from '../kit/colour.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { measured, placeOf, type Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { GapMark } from './gap-mark.tsx'

const LINE = 16
const AWAY = 12
/** The approximate width of a flag. */
const FLAG = 56

/** Name and value at the end of each curve of a single run, and the gap between the curves. */
export function SingleLabels({ frame, of }: { frame: Frame; of: Series }) {
  const { labels, measure, gapMark } = frame.props
  const row = of.run.rows.at(-1)
  const point = of.points.at(-1)
  if (row === undefined || point === undefined) return null
  const end = frame.x(point.x)
  const x =
    frame.x(of.run.end ? Math.max(point.x, placeOf(of.run, of.run.end.epoch)) : point.x) +
    (frame.layout.narrow ? 9 : AWAY)
  const colours = coloursOf(of.run)
  const parts = (['validation', 'train'] as const).flatMap((part) => {
    const value = measured(row[part], measure)
    const drawn = point[part]
    // A loss above the plot has no label; one below a log axis has its label at the end.
    if (drawn === null || frame.at(drawn) < frame.top - 0.5) return []
    const text = part === 'train' ? colours.trainText : colours.validationText
    return [
      {
        part,
        text,
        line: colours[part],
        y: frame.y(drawn),
        words: labels[part],
        value: labels.value(value),
      },
    ]
  })
  const room = frame.size.width - x
  const long = parts.some(({ words, value }) => textWidth(`${words} ${value}`, 12, 600) > room)
  const ratio = gapMark === true && of.run.live === 'done' ? gap(row) : null
  const lines = long || ratio !== null ? 2 : 1
  const half = (lines * LINE) / 2
  const places = placeLabels(
    parts.map(({ y }) => y),
    lines * LINE + 2,
    frame.top + (frame.props.epochFlags && flagged(frame, of, end) ? half + 6 : half - 8),
    frame.bottom - half + 2,
  )
  return (
    <>
      {parts.map(({ part, text, line, words, value, y }, i) => {
        const place = places[i]!
        return (
          <g key={part} style={{ fill: text, color: line }}>
            {Math.abs(place - y) > 4 && (
              <path
                className={styles.leader}
                d={`M${end} ${y}C${end + 6} ${y} ${x - 8} ${place} ${x - 2} ${place}`}
              />
            )}
            <text className={`${styles.value} ${styles.halo}`} x={x} y={place - half + 12}>
              {lines === 1 ? `${words} ${value}` : words}
            </text>
            {lines === 2 && (
              <text className={`${styles.value} ${styles.halo}`} x={x} y={place + 12}>
                {value}
              </text>
            )}
          </g>
        )
      })}
      {ratio !== null && parts.length === 2 && (
        <GapMark
          frame={frame}
          x={x + (frame.layout.narrow ? 4 : 6)}
          from={Math.min(...places) + half + 4}
          to={Math.max(...places) - half - 4}
          words={labels.gap(ratio)}
          at={labels.at(placeOf(of.run, row.epoch))}
        />
      )}
    </>
  )
}

/** Whether a flag lies over the end of the curves. */
function flagged(frame: Frame, { run }: Series, end: number): boolean {
  return run.end !== null || (run.best !== null && frame.x(placeOf(run, run.best)) > end - FLAG)
}
