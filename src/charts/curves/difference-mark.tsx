import { measured, type Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import { type EndLabels, LINE } from './end-labels.ts'
import type { Frame } from './frame.ts'

/** The fewest pixels for a line with an arrow and its two rows of words. */
const LEAST = 48
const HEAD = 4

/** An arrow from where the baseline's validation loss ends to where the run's does, with the difference. */
export function DifferenceMark({ frame, of, ends }: { frame: Frame; of: Series; ends: EndLabels }) {
  const { labels, measure } = frame.props
  const { difference } = labels
  const validation = ends.labels.filter(({ part }) => part === 'validation')
  const is = validation.find(({ isBaseline }) => !isBaseline)
  const was = validation.find(({ isBaseline }) => isBaseline)
  const [row, before] = [of.run.rows.at(-1), frame.baseline?.run.rows.at(-1)]
  if (!is || !was || !row || !before || !difference) return null
  const down = is.place > was.place
  const away = (ends.lines * LINE) / 2 + 4
  const from = was.place + (down ? away : -away)
  const last = is.place + (down ? -away : away)
  // The name of a training curve may stand in between.
  const between = ends.labels
    .filter(({ part, place }) => part === 'train' && (place - from) * (place - last) < 0)
    .map(({ place }) => place)
  const to = down
    ? Math.min(last, ...between.map((y) => y - away))
    : Math.max(last, ...between.map((y) => y + away))
  if ((down ? to - from : from - to) < LEAST) return null
  const x = ends.x + 6
  const middle = (from + to) / 2
  const tip = to + (down ? -HEAD - 1 : HEAD + 1)
  const words = difference.by(measured(row.validation, measure) - measured(before.validation, measure))
  const fits = x + 14 + textWidth(difference.of, 11, 400) <= frame.size.width
  return (
    <g>
      <path
        className={styles.arrow}
        d={`M${x - 4} ${from}h8m-4 0V${to}M${x - HEAD} ${tip}L${x} ${to}L${x + HEAD} ${tip}`}
      />
      <text className={`${styles.gap} ${styles.halo}`} x={x + 14} y={fits ? middle - 3 : middle + 4}>
        {words}
      </text>
      {fits && (
        <text className={`${styles.tick} ${styles.halo}`} x={x + 14} y={middle + 12}>
          {difference.of}
        </text>
      )}
    </g>
  )
}
