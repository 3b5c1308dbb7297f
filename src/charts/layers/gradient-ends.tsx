/** The end of each layer's line, and its name in a column beside the plot, tied to it where it had to move. */
import type { EpochRow } from '../../domain/run/run.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { textWidth } from '../kit/text-width.ts'
import styles from './gradient-chart.module.css'
import type { GradientLabels } from './gradient-labels.ts'
import { type GradientPlot, shade } from './gradient-plot.ts'

const AWAY = { wide: 24, narrow: 18 }
const EDGE = 6
const SIZE = { wide: 12, narrow: 11 }
/** The distance between two names; where there are more layers than room, only as many as fit are named. */
const APART = { wide: 17, narrow: 13 }
/** More names than these stand far from their lines where gradients are alike, as those of deep residual networks are. */
const MOST_NAMES = 8

interface Props {
  readonly plot: GradientPlot
  readonly last: EpochRow | undefined
  readonly labels: GradientLabels
  readonly width: number
}

export function GradientEnds({ plot, last, labels, width }: Props) {
  if (last === undefined) return null
  const { gradients } = last
  const layers = gradients.length
  const kind = plot.narrow ? 'narrow' : 'wide'
  const x = plot.x(last.epoch)
  const column = plot.right + AWAY[kind]
  const named = namedLayers(layers, Math.min(MOST_NAMES, (plot.bottom - plot.top) / APART[kind])).filter(
    (layer) => Number.isFinite(gradients[layer]),
  )
  const places = placeLabels(
    named.map((layer) => plot.y(gradients[layer]!)),
    APART[kind],
    plot.top + EDGE,
    plot.bottom - EDGE,
  )
  return (
    <g style={{ fontSize: SIZE[kind] }}>
      {gradients.map((gradient, layer) => {
        if (!Number.isFinite(gradient)) return null
        const strong = layer === 0
        return (
          <g key={layer} style={{ color: ink(shade(layer, layers), 'var(--rule)') }}>
            <circle className={styles.end} cx={x} cy={plot.y(gradient)} r={strong ? 4.5 : 2.5} />
          </g>
        )
      })}
      {named.map((layer, i) => {
        const y = plot.y(gradients[layer]!)
        const place = places[i]!
        // The tie goes the whole way where the run is at the end of the axis, else only its last stretch.
        const bend = Math.max(x + 6, Math.min(plot.right, column - 3 * AWAY[kind]))
        return (
          <g key={layer} style={{ color: ink(shade(layer, layers), 'var(--ink3)') }}>
            <path
              className={styles.leader}
              d={`M${x + 6} ${y}H${bend}C${(bend + column) / 2} ${y} ${(bend + column) / 2} ${place} ${column - 6} ${place}`}
            />
            <text className={layer === 0 ? styles.firstName : styles.name} x={column} y={place + 4}>
              {nameOf(layer, layers, labels, width - column, SIZE[kind])}
            </text>
          </g>
        )
      })}
    </g>
  )
}

const ink = (share: number, pale: string) => `color-mix(in oklab, var(--ink) ${share}%, ${pale})`

/** The first layer, the last, and as many evenly between them as fit. */
function namedLayers(layers: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(layers / Math.max(room, 1)))
  return Array.from({ length: layers }, (_, layer) => layer).filter(
    (layer) => layer === layers - 1 || (layer % every === 0 && layers - 1 - layer >= every),
  )
}

function nameOf(layer: number, layers: number, labels: GradientLabels, room: number, size: number): string {
  const number = layer + 1
  const names = [...(number === layers ? [labels.output(number)] : []), labels.layer(number)]
  return names.find((name) => textWidth(name, size, 600) <= room) ?? String(number)
}
