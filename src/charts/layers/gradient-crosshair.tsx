/** The crosshair: a dot on every line, and the gradients of the first and the last layer. */
import type { EpochRow } from '../../domain/run/run.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { Raised } from '../kit/raised.tsx'
import { textWidth } from '../kit/text-width.ts'
import styles from './gradient-chart.module.css'
import type { GradientLabels } from './gradient-labels.ts'
import { type GradientPlot, rowAt } from './gradient-plot.ts'

const PILL_HEIGHT = 20
const AWAY = 9
const SIZE = 12

interface Props {
  readonly plot: GradientPlot
  readonly rows: readonly EpochRow[]
  readonly hover: number
  readonly labels: GradientLabels
  readonly width: number
}

export function GradientCrosshair({ plot, rows, hover, labels, width }: Props) {
  const x = plot.at(hover)
  const row = rowAt(rows, hover, plot.placeOf)
  const words = labels.at(hover)
  const pill = textWidth(words, SIZE, 600) + 12
  const left = Math.max(0, Math.min(x - pill / 2, width - pill))
  return (
    <g pointerEvents="none">
      <line className={styles.crosshair} x1={x} x2={x} y1={0} y2={plot.bottom} />
      {row && <Values plot={plot} row={row} labels={labels} />}
      <rect className={styles.pill} x={left} y={plot.bottom + 5} width={pill} height={PILL_HEIGHT} rx={3} />
      <text className={styles.pillText} x={left + pill / 2} y={plot.bottom + 19} textAnchor="middle">
        {words}
      </text>
    </g>
  )
}

function Values({ plot, row, labels }: { plot: GradientPlot; row: EpochRow; labels: GradientLabels }) {
  const { gradients } = row
  const x = plot.x(row.epoch)
  const labelled = [...new Set([0, gradients.length - 1])].filter((layer) =>
    Number.isFinite(gradients[layer]),
  )
  const places = placeLabels(
    labelled.map((layer) => plot.y(gradients[layer]!) - 7),
    15,
    plot.top + 4,
    plot.bottom - 4,
  )
  return (
    <>
      {gradients.map((gradient, layer) => {
        if (!Number.isFinite(gradient)) return null
        const place = { cx: x, cy: plot.y(gradient) }
        return <circle key={layer} className={styles.dot} {...place} r={layer === 0 ? 4.5 : 3} />
      })}
      {labelled.map((layer, i) => {
        const words = labels.value(gradients[layer]!)
        const flip = x + AWAY + textWidth(words, SIZE, 600) > plot.right
        return (
          <text
            key={layer}
            className={styles.value}
            x={x + (flip ? -AWAY : AWAY)}
            y={places[i]}
            textAnchor={flip ? 'end' : 'start'}
          >
            <Raised text={words} />
          </text>
        )
      })}
    </>
  )
}
