/**
 * The chart of Recharts: layout, scales, axes and grid. It is drawn again only when an axis or the size changes; the
 * curves and annotations inside take what they show from the context.
 */
import { memo } from 'react'
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import type { Axis } from '../kit/axis.ts'
import type { Layout } from '../kit/layout.ts'
import type { Scale } from '../kit/types.ts'
import type { Size } from '../kit/use-size.ts'
import { Annotations } from './annotations.tsx'
import styles from './curve-chart.module.css'
import { Curves } from './curves.tsx'

interface PlotProps {
  readonly scale: Scale
  readonly x: Axis
  readonly y: Axis
  readonly tick: (value: number) => string
  readonly xTick: (value: number) => string
  readonly layout: Layout
  readonly size: Size
  readonly xAxis: boolean
}

const tickText = { fontSize: 11, fill: 'var(--ink3)' }
const tickMark = { stroke: 'var(--rule)' }
/** Recharts counts samples along an axis that names no column. There are no samples: axes have their ends from props. */
const UNREAD = 'x'

export const Plot = memo(function Plot(props: PlotProps) {
  const { scale, x, y, tick, xTick, layout, size, xAxis } = props
  return (
    <ComposedChart
      width={size.width}
      height={size.height}
      margin={{ top: layout.top, right: layout.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      className={`${styles.plot}`}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        type="number"
        dataKey={UNREAD}
        domain={[...x.domain]}
        ticks={x.ticks}
        allowDataOverflow
        interval={0}
        height={layout.bottom}
        axisLine={tickMark}
        tickLine={xAxis && tickMark}
        tick={xAxis && tickText}
        tickFormatter={xTick}
        tickSize={4}
        tickMargin={5}
      />
      <YAxis
        type="number"
        scale={scale}
        domain={[...y.domain]}
        ticks={y.ticks}
        interval={0}
        width={layout.left}
        axisLine={false}
        tickLine={false}
        tick={tickText}
        tickFormatter={tick}
        tickSize={0}
        tickMargin={9}
        allowDataOverflow
      />
      <Curves />
      <Annotations />
    </ComposedChart>
  )
})
