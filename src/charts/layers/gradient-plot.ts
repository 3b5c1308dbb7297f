/**
 * The geometry of the gradient chart: the x axis is the curves', the y axis has whole decades. Under a chart of curves
 * it has the same edges.
 */
import type { EpochRow } from '../../domain/run/run.ts'
import { type Axis, axisFromZero, decadeAxis } from '../kit/axis.ts'
import { layout } from '../kit/layout.ts'
import type { Size } from '../kit/use-size.ts'
import { placeOf } from '../kit/x-place.ts'

/** Half the height of a number: the topmost one lies across the end of the axis. */
const TOP = 8
const STEP_HEIGHT = 24
const STEP_WIDTH = { wide: 76, narrow: 56 }
/** Gradients that fell further than this below the largest are drawn at the foot of the plot. */
const DEEPEST = 1e-12
/** The share of the epochs whose smallest gradient may lie below the axis. */
const RARE = 0.05

export interface GradientPlot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly narrow: boolean
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  x(epoch: number): number
  /** The pixel of a position on the x axis. */
  at(place: number): number
  /** A gradient below the axis is drawn on its end. */
  y(gradient: number): number
  placeAt(x: number): number
  /** The position of an epoch on the x axis. */
  placeOf(epoch: number): number
}

type Rows = readonly EpochRow[]

export interface PlotAxes {
  /** The value from which on the x axis ends at a round number. */
  readonly until: number
  readonly step: number
  readonly xUnit?: ((epoch: number) => number) | undefined
  /** The runs whose gradients the axis must contain. */
  readonly range: readonly Rows[]
}

/** The range; null where no gradient is a number above 0. */
export function gradientPlot({ width, height }: Size, axes: PlotAxes): GradientPlot | null {
  const { until, step, range } = axes
  const { left, right: margin, bottom: foot, narrow } = layout(width, { runs: [], xAxis: true })
  const [right, bottom] = [width - margin, height - foot]
  const y = gradientAxis(range, (bottom - TOP) / STEP_HEIGHT)
  if (y === null) return null
  const x = axisFromZero(until, (right - left) / STEP_WIDTH[narrow ? 'narrow' : 'wide'], step)
  const [from, to] = [Math.log(y.domain[0]), Math.log(y.domain[1])]
  const end = x.domain[1]
  const at = (place: number) => left + (place / end) * (right - left)
  const placed = (epoch: number) => placeOf(axes, epoch)
  return {
    ...{ left, right, top: TOP, bottom, narrow, at, placeOf: placed },
    xTicks: x.ticks,
    yTicks: y.ticks,
    x: (epoch) => at(placed(epoch)),
    y: (gradient) =>
      bottom - ((Math.log(Math.max(gradient, y.domain[0])) - from) / (to - from)) * (bottom - TOP),
    placeAt: (px) => ((px - left) / (right - left)) * end,
  }
}

/**
 * The axis: whole decades around the gradients. A rare batch whose gradient almost vanishes does not squeeze the others:
 * it is drawn at the foot.
 */
export function gradientAxis(range: readonly Rows[], count: number): Axis | null {
  let [low, high] = [Number.POSITIVE_INFINITY, 0]
  for (const rows of range) {
    const lows: number[] = []
    for (const { gradients } of rows) {
      const sizes = gradients.filter((gradient) => gradient > 0 && Number.isFinite(gradient))
      if (sizes.length === 0) continue
      lows.push(Math.min(...sizes))
      high = Math.max(high, ...sizes)
    }
    lows.sort((a, b) => a - b)
    low = Math.min(low, lows[Math.floor(lows.length * RARE)] ?? low)
  }
  if (high === 0) return null
  return decadeAxis(Math.max(low, high * DEEPEST), high, count)
}

/** The row nearest to a position; null beyond the end of the run, where a crosshair has nothing to show. */
export function rowAt(rows: Rows, place: number, placeOf: (epoch: number) => number): EpochRow | null {
  const last = rows.at(-1)
  if (last === undefined || place > placeOf(last.epoch)) return null
  const away = ({ epoch }: EpochRow) => Math.abs(placeOf(epoch) - place)
  return rows.reduce((near, row) => (away(row) < away(near) ? row : near))
}

/** The percentage of ink: full at the input, where gradients vanish, and pale at the output. */
export function shade(layer: number, layers: number): number {
  return layers < 2 ? 100 : Math.round(100 - (65 * layer) / (layers - 1))
}
