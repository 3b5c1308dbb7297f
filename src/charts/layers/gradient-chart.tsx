/**
 * How much of the gradient reaches each layer: one line for each layer over epochs, on a log axis. The input side is
 * strongest.
 */
import { memo, type PointerEvent, useMemo } from 'react'
import type { EpochRow } from '../../domain/run/run.ts'
import { CrosshairBox } from '../curves/crosshair-box.tsx'
import { XUnitLabel } from '../curves/x-unit-label.tsx'
import { lastPlace, stepNear } from '../kit/keyboard.ts'
import { linePath } from '../kit/paths.ts'
import { textWidth } from '../kit/text-width.ts'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './gradient-chart.module.css'
import { GradientCrosshair } from './gradient-crosshair.tsx'
import { GradientEnds } from './gradient-ends.tsx'
import type { GradientLabels } from './gradient-labels.ts'
import { type GradientPlot, gradientPlot, shade } from './gradient-plot.ts'

/** `rows`, `range` and `labels` must stay the same objects between renders that change only `hover`. */
export interface GradientChartProps {
  readonly rows: readonly EpochRow[]
  /** The runs whose gradients the axis must contain, `rows` among them: charts side by side share a range. */
  readonly range?: readonly (readonly EpochRow[])[]
  /** The position of an epoch on the x axis; the epoch itself if absent. */
  readonly xUnit?: ((epoch: number) => number) | undefined
  /** The value from which on the x axis ends at a round number. */
  readonly until: number
  /** The step of the crosshair. */
  readonly step: number
  /** The position on the x axis. */
  readonly hover: number | null
  onHover(at: number | null): void
  /** Whether a control over the word of the x axis changes what it counts. */
  readonly xUnitMenu?: boolean
  readonly labels: GradientLabels
}

/** The chart takes the size of its container. */
export function GradientChart(props: GradientChartProps) {
  const { hover, onHover, labels, step } = props
  return (
    <CrosshairBox
      className={styles.box}
      summary={labels.summary}
      hover={hover}
      onHover={onHover}
      last={lastPlace([props])}
      step={step}
    >
      {(size) => <Sized {...props} size={size} />}
    </CrosshairBox>
  )
}

function Sized({ size, ...props }: GradientChartProps & { size: Size }) {
  const { rows, range, xUnit, until, step, hover, onHover, labels } = props
  const plot = useMemo(
    () => gradientPlot(size, { until, step, xUnit, range: range ?? [rows] }),
    [size, until, step, xUnit, range, rows],
  )
  if (plot === null) return null
  return (
    <svg
      aria-hidden
      data-narrow={plot.narrow}
      width={size.width}
      height={size.height}
      className={styles.picture}
    >
      <Lines plot={plot} rows={rows} labels={labels} width={size.width} menu={props.xUnitMenu === true} />
      {hover !== null && (
        <GradientCrosshair plot={plot} rows={rows} hover={hover} labels={labels} width={size.width} />
      )}
      <Field plot={plot} last={lastPlace([props])} {...{ step, hover, onHover }} />
    </svg>
  )
}

interface LinesProps {
  readonly plot: GradientPlot
  readonly rows: readonly EpochRow[]
  readonly labels: GradientLabels
  readonly width: number
  readonly menu: boolean
}

/** Everything that does not change when the crosshair moves. */
const Lines = memo(function Lines({ plot, rows, labels, width, menu }: LinesProps) {
  const layers = rows.at(-1)?.gradients.length ?? 0
  const lines = Array.from({ length: layers }, (_, layer) =>
    linePath(
      rows.map(({ epoch, gradients }) => {
        const gradient = gradients[layer]
        if (gradient === undefined || !Number.isFinite(gradient)) return null
        return { x: plot.x(epoch), y: plot.y(gradient) }
      }),
    ),
  )
  return (
    <>
      <Axes plot={plot} labels={labels} menu={menu} />
      {/* Layers are drawn from the output to the input, so that the first layer's line, which matters most,
         lies on top. */}
      {lines
        .map((path, layer) => ({ path, layer }))
        .reverse()
        .map(({ path, layer }) => (
          <path
            key={layer}
            className={layer === 0 ? styles.first : styles.line}
            d={path}
            style={inkOf(layer, layers)}
          />
        ))}
      <GradientEnds plot={plot} last={rows.at(-1)} labels={labels} width={width} />
    </>
  )
})

function inkOf(layer: number, layers: number) {
  return { color: `color-mix(in oklab, var(--ink) ${shade(layer, layers)}%, var(--rule))` }
}

function Axes({ plot, labels, menu }: Pick<LinesProps, 'plot' | 'labels' | 'menu'>) {
  const { left, right, bottom, xTicks, yTicks } = plot
  const end = labels.xTick(xTicks.at(-1) ?? 0)
  return (
    <>
      <ValueTicks ticks={yTicks} left={left} right={right} y={plot.y} label={labels.tick} gap={9} />
      <line className={styles.axis} x1={left} x2={right} y1={bottom} y2={bottom} />
      {xTicks.map(plot.at).map((x) => (
        <line key={x} className={styles.axis} x1={x} x2={x} y1={bottom} y2={bottom + 4} />
      ))}
      <PlaceTicks ticks={xTicks} x={plot.at} y={bottom + 17} label={labels.xTick} />
      <XUnitLabel
        x={right + textWidth(end, 11, 400) / 2 + 6}
        y={bottom + 17}
        word={labels.xUnit}
        menu={menu}
      />
    </>
  )
}

interface FieldProps extends Pick<GradientChartProps, 'step' | 'hover' | 'onHover'> {
  readonly plot: GradientPlot
  readonly last: number | null
}

function Field({ plot, last, step, hover, onHover }: FieldProps) {
  if (last === null) return null
  const { left, right, top, bottom } = plot
  const follow = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    const next = stepNear(plot.placeAt(left + share * (right - left)), step, last)
    if (next !== hover) onHover(next)
  }
  return (
    <rect
      className={styles.field}
      {...{ x: left, y: top, width: right - left, height: Math.max(0, bottom - top) }}
      onPointerDown={follow}
      onPointerMove={follow}
      onPointerLeave={(event) => event.pointerType !== 'touch' && onHover(null)}
    />
  )
}
