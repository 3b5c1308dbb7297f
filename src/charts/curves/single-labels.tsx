import { gap } from '../../domain/run/run.ts'
import type { Series } from '../kit/series.ts'
import { placeOf } from '../kit/x-place.ts'
import styles from './curve-chart.module.css'
import { DifferenceMark } from './difference-mark.tsx'
import { type EndLabel, type EndLabels, endLabels, LINE } from './end-labels.ts'
import type { Frame } from './frame.ts'
import { GapMark } from './gap-mark.tsx'

/**
 * Name and value at the end of each curve of a single run. Between them stands its gap or, where a baseline lies behind,
 * what has become of the baseline's validation loss.
 */
export function SingleLabels({ frame, of }: { frame: Frame; of: Series }) {
  const { labels, gapMark } = frame.props
  const row = of.run.rows.at(-1)
  const marked = gapMark === true && of.run.status === 'done' && row !== undefined
  const ratio = marked && frame.baseline === null ? gap(row) : null
  const ends = endLabels(frame, of, ratio !== null)
  if (ends === null || row === undefined) return null
  const own = ends.labels.filter(({ isBaseline }) => !isBaseline)
  const places = own.map(({ place }) => place)
  const half = (ends.lines * LINE) / 2
  return (
    <>
      {ends.labels.map((label) => (
        <Label key={`${label.part} ${label.isBaseline}`} of={label} {...ends} />
      ))}
      {ratio !== null && own.length === 2 && (
        <GapMark
          frame={frame}
          x={ends.x + (frame.layout.narrow ? 4 : 6)}
          from={Math.min(...places) + half + 4}
          to={Math.max(...places) - half - 4}
          words={labels.gap(ratio)}
          at={labels.at(placeOf(of.run, row.epoch))}
        />
      )}
      {gapMark === true && frame.baseline !== null && <DifferenceMark frame={frame} of={of} ends={ends} />}
    </>
  )
}

function Label({ of, x, lines }: { of: EndLabel } & Omit<EndLabels, 'labels'>) {
  const { from, place, words, value, colour, line, isBaseline } = of
  const half = (lines * LINE) / 2
  const text = isBaseline ? styles.baselineEnd : styles.value
  return (
    <g style={{ fill: colour, color: line }} opacity={isBaseline ? 1 : undefined}>
      {(Math.abs(place - from.y) > 4 || isBaseline) && (
        <path
          className={isBaseline ? `${styles.leader} ${styles.baseline}` : styles.leader}
          d={`M${from.x} ${from.y}C${from.x + 6} ${from.y} ${x - 8} ${place} ${x - 2} ${place}`}
        />
      )}
      <text className={`${text} ${styles.halo}`} x={x} y={place - half + 12}>
        {lines === 1 ? `${words} ${value}`.trim() : words}
      </text>
      {lines === 2 && value !== '' && (
        <text className={`${text} ${styles.halo}`} x={x} y={place + 12}>
          {value}
        </text>
      )}
    </g>
  )
}
