/** The chart of Recharts: layout, scales, axes and grid, with our curves and annotations inside. Redrawn only when data or size change. */
import { memo } from 'react'
import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { Annotations } from './annotations.tsx'
import type { Axis } from './axis.ts'
import styles from './curve-chart.module.css'
import { Curves } from './curves.tsx'
import type { Layout } from './layout.ts'
import type { Series } from './series.ts'
import type { Scale } from './types.ts'
import type { Size } from './use-size.ts'

interface PlotProps {
  readonly series: readonly Series[]
  readonly scale: Scale
  readonly x: Axis
  readonly y: Axis
  readonly tick: (value: number) => string
  readonly layout: Layout
  readonly size: Size
  readonly xAxis: boolean
  readonly smoothed: boolean
  readonly band: boolean
}

const tickText = { fontSize: 'var(--chart-tick, 11px)', fill: 'var(--ink3)' }
const tickMark = { stroke: 'var(--rule)' }
/** Recharts draws no axis without data. */
const UNSEEN = [
  { epoch: 0, value: 1 },
  { epoch: 1, value: 1 },
]

export const Plot = memo(function Plot(props: PlotProps) {
  const { series, scale, x, y, tick, layout, size, xAxis, smoothed, band } = props
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
        dataKey="epoch"
        domain={[...x.domain]}
        ticks={x.ticks}
        interval={0}
        height={layout.bottom}
        axisLine={tickMark}
        tickLine={xAxis && tickMark}
        tick={xAxis && tickText}
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
      <Line
        data={UNSEEN}
        dataKey="value"
        stroke="none"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Curves series={series} smoothed={smoothed} band={band} />
      <Annotations />
    </ComposedChart>
  )
})
