import { ellipsis, textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { XUnitLabel } from './x-unit-label.tsx'

const BASELINE = 12
const SAMPLE = 22

/** Title and unit. The topmost chart also says what solid and dotted lines mean, and carries the word of the x axis. */
export function Heading({ frame }: { frame: Frame }) {
  const { labels, xAxis, pill } = frame.props
  const topmost = pill === true || !xAxis
  const titleEnd = textWidth(labels.title, 13, 620) + 6
  // Every chart of a single run names its lines at their ends, so that one legend for all charts is enough.
  const wanted = frame.single === null ? frame.series.length > 1 : frame.props.measure === 'loss'
  const key = wanted && topmost ? keyOf(frame) : []
  const keyStart = key[0]?.x ?? frame.size.width
  return (
    <>
      <text className={styles.title} y={BASELINE}>
        {labels.title}
      </text>
      <text className={styles.unit} x={titleEnd} y={BASELINE}>
        {ellipsis(labels.unit, 12, 400, keyStart - titleEnd - 16)}
      </text>
      {key.map(({ word, x, dotted }) => (
        <g key={word} transform={`translate(${x}, ${BASELINE - 4})`}>
          <line x2={SAMPLE} className={dotted ? styles.keyDotted : styles.keySolid} />
          <text className={styles.unit} x={SAMPLE + 7} y={4}>
            {word}
          </text>
        </g>
      ))}
      {xAxis && (
        <XUnitLabel
          x={frame.right + lastTick(frame) + 6}
          y={frame.bottom + 17}
          word={labels.xUnit}
          menu={frame.props.xUnitMenu === true}
        />
      )}
    </>
  )
}

/** Half the width of the last number, which lies across the end of the axis. */
function lastTick({ placeAt, right, props: { labels } }: Frame): number {
  return textWidth(labels.xTick(placeAt(right)), 11, 400) / 2
}

function keyOf({ props: { labels }, right, layout, size }: Frame) {
  const end = layout.narrow ? size.width : right
  const width = (word: string) => SAMPLE + 7 + textWidth(word, 12, 400)
  const train = end - width(labels.train)
  const validation = train - 16 - width(labels.validation)
  return [
    { word: labels.validation, x: validation, dotted: false },
    { word: labels.train, x: train, dotted: true },
  ]
}
