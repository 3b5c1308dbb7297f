/** The layout of a chart of a given size. Stacked charts of one width get the same left and right edge. */
import type { CurveChartProps } from './types.ts'

export interface Layout {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly narrow: boolean
}

/** Below this width the chart has the layout for a phone. */
const NARROW = 460
const TITLE = 26
/** There is room for two rows of flags below the title; the lower row lies half on the plot. */
const PENNANTS = 46
const TICKS = 26
const PILL = 26

export const FLAG_HEIGHT = 17
export const FLAG_ROWS = [35, 16] as const

export function layout(
  width: number,
  props: Pick<CurveChartProps, 'runs' | 'xAxis' | 'pill' | 'epochFlags'>,
): Layout {
  const narrow = width < NARROW
  const overlay = props.runs.filter(({ baseline }) => !baseline).length > 1
  const leading = props.runs.filter(({ behind }) => !behind).length === 1
  return {
    left: narrow ? 40 : 48,
    right: narrow ? (overlay ? 92 : 76) : Math.min(overlay ? 150 : 126, width * 0.24),
    top: props.epochFlags && leading ? PENNANTS : TITLE,
    bottom: props.xAxis ? TICKS : props.pill ? PILL : 8,
    narrow,
  }
}
