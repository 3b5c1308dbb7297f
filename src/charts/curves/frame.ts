/**
 * The frame of a chart: what is drawn around the curves is placed in pixels of the plot and knows the chart's props.
 */
import { createContext, useContext } from 'react'
import { usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisScale } from 'recharts'
import type { Layout } from '../kit/layout.ts'
import type { Series } from '../kit/series.ts'
import type { CurveChartProps } from '../kit/types.ts'
import type { Size } from '../kit/use-size.ts'

export interface Scales {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  x(place: number): number
  /** Converts values beyond the axis as well. */
  at(value: number): number
}

/** null while Recharts has no axes yet. */
export function useScales(): Scales | null {
  const area = usePlotArea()
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  if (area === undefined || xScale === undefined || yScale === undefined) return null
  const { x: left, y: top, width, height } = area
  return {
    left,
    right: left + width,
    top,
    bottom: top + height,
    x: (place) => xScale(place) ?? left,
    at: (value) => {
      const y = yScale(value)
      return y === undefined || Number.isNaN(y) ? top + height : y
    },
  }
}

/** The context passes by the memoised plot, so that a moving crosshair draws the annotations again and no line. */
export interface ChartState {
  readonly props: CurveChartProps
  readonly series: readonly Series[]
  readonly layout: Layout
  readonly size: Size
  /** The sentence at the lower end of a log axis where curves go below it. */
  readonly below: string | null
}

export const ChartContext = createContext<ChartState | null>(null)

export interface Frame extends ChartState, Scales {
  /** The only run, if it is drawn in full. A baseline behind it is not another. */
  readonly single: Series | null
  readonly baseline: Series | null
  /** The only run in front of the others; flags and band belong to it. */
  readonly leading: Series | null
  /** Values beyond the axis are drawn on its end. */
  y(value: number): number
  /** Whether the axis contains the value. */
  inside(value: number): boolean
  placeAt(x: number): number
}

/** The one run that is drawn in full; null where there are several, or none. */
export function leadingOf(series: readonly Series[]): Series | null {
  const front = series.filter(({ run }) => !run.behind)
  return front.length === 1 ? front[0]! : null
}

export function useFrame(): Frame | null {
  const state = useContext(ChartContext)
  const scales = useScales()
  const inverse = useXAxisInverseScale()
  if (state === null || scales === null) return null
  const { top, bottom, at } = scales
  const leading = leadingOf(state.series)
  return {
    ...state,
    ...scales,
    single: state.series.every(({ run }) => run.baseline || run === leading?.run) ? leading : null,
    baseline: state.series.find(({ run }) => run.baseline) ?? null,
    leading,
    y: (value) => Math.max(top, Math.min(at(value), bottom)),
    inside: (value) => at(value) >= top - 0.5 && at(value) <= bottom + 0.5,
    placeAt: (x) => Number(inverse?.(x)),
  }
}
