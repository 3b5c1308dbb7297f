/**
 * A number of each path over the steps, on a log axis: how far its loss is above the lowest. The whole line is pale, and
 * full up to the step that is looked at, which a pointer chooses.
 */
import { memo, type PointerEvent, useMemo } from 'react'
import { type Axis, decadeAxis, linearAxis } from '../kit/axis.ts'
import { coloursOf } from '../kit/colour.ts'
import { linePath } from '../kit/paths.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './steps-chart.module.css'
import { DASH, type Trail } from './trail.ts'

interface StepsChartLabels {
  readonly summary: string
  readonly title: string
  readonly unit: string
  /** Writes a power of ten. */
  readonly decade: (value: number) => string
  readonly step: (value: number) => string
  /** Writes the last step, with the word for what the x axis counts. */
  readonly lastStep: (value: number) => string
}

export interface StepsChartProps {
  readonly trails: readonly Trail[]
  readonly steps: number
  /** What is drawn of each path, by step; at least 0. */
  readonly values: readonly Float64Array[]
  readonly step: number
  readonly focus: number | null
  onStep(step: number): void
  readonly labels: StepsChartLabels
}

export function StepsChart(props: StepsChartProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

const [LEFT, RIGHT, TOP, BOTTOM] = [38, 8, 26, 22]
const LAST = 64
/** Losses further than this below or above what the paths begin with are drawn at the edge. */
const [DEEPEST, HIGHEST] = [1e-9, 1e4]

interface StepsPlot {
  x(step: number): number
  /** On the edge of the plot where the axis ends before the value. */
  y(value: number): number
  stepAt(x: number): number
  readonly yTicks: readonly number[]
  readonly xTicks: readonly number[]
}

function stepsPlot({ width, height }: Size, steps: number, values: readonly Float64Array[]): StepsPlot {
  const [right, bottom] = [width - RIGHT, height - BOTTOM]
  const { domain, ticks } = decades(values, (bottom - TOP) / 22)
  const [from, to] = [Math.log(domain[0]), Math.log(domain[1])]
  return {
    x: (step) => LEFT + (step / steps) * (right - LEFT),
    y: (value) => {
      const at = Math.log(Math.max(domain[0], Math.min(value, domain[1])))
      return bottom - ((at - from) / (to - from)) * (bottom - TOP)
    },
    stepAt: (x) => Math.max(0, Math.min(steps, Math.round(((x - LEFT) / (right - LEFT)) * steps))),
    yTicks: ticks,
    xTicks: linearAxis(0, steps, (right - LEFT) / 56).ticks.filter((tick) => tick <= steps),
  }
}

function decades(values: readonly Float64Array[], count: number): Axis {
  let [low, high, first] = [Number.POSITIVE_INFINITY, 0, 0]
  for (const line of values) {
    first = Math.max(first, line[0] ?? 0)
    for (const value of line) {
      if (!(value > 0)) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  }
  const begin = first > 0 ? first : 1
  const top = Math.min(Math.max(high, begin * 1e-3), begin * HIGHEST)
  const foot = Math.max(Math.min(low, top / 10), begin * DEEPEST)
  return decadeAxis(foot, top, count)
}

function Drawing({
  trails,
  steps,
  values,
  step,
  focus,
  onStep,
  labels,
  size,
}: StepsChartProps & { readonly size: Size }) {
  const plot = useMemo(() => stepsPlot(size, steps, values), [size, steps, values])
  const follow = (event: PointerEvent<SVGRectElement>) => {
    if (event.buttons === 0) return
    const { left } = event.currentTarget.ownerSVGElement!.getBoundingClientRect()
    onStep(plot.stepAt(event.clientX - left))
  }
  const at = plot.x(step)
  return (
    <Picture size={size} label={labels.summary} beyond>
      <text className={styles.title} x={0} y={13}>
        {labels.title}
        <tspan className={styles.unit} dx={6}>
          {labels.unit}
        </tspan>
      </text>
      <Grid plot={plot} size={size} labels={labels} />
      <Lines plot={plot} trails={trails} values={values} until={steps} focus={focus} pale />
      <line className={styles.cursor} x1={at} x2={at} y1={TOP} y2={size.height - BOTTOM} />
      <Lines plot={plot} trails={trails} values={values} until={step} focus={focus} />
      {trails.map(({ name, style, path }, i) => {
        const value = values[i]![Math.min(step, path.last)]!
        return (
          <circle
            key={name}
            data-trail={name}
            className={styles.dot}
            style={{ color: coloursOf({ colour: style.colour }).train }}
            cx={plot.x(Math.min(step, path.last))}
            cy={plot.y(value)}
            r={focus === i ? 5 : 4}
            opacity={focus === null || focus === i ? 1 : 0.4}
          />
        )
      })}
      <rect
        className={styles.field}
        x={LEFT}
        y={TOP}
        width={Math.max(0, size.width - LEFT - RIGHT)}
        height={Math.max(0, size.height - TOP - BOTTOM)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          follow(event)
        }}
        onPointerMove={follow}
      />
    </Picture>
  )
}

const Grid = memo(function Grid({
  plot,
  size,
  labels,
}: {
  readonly plot: StepsPlot
  readonly size: Size
  readonly labels: StepsChartLabels
}) {
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM]
  return (
    <g className={styles.tick}>
      <ValueTicks ticks={plot.yTicks} left={LEFT} right={right} y={plot.y} label={labels.decade} gap={7} />
      <line className={styles.axis} x1={LEFT} x2={right} y1={bottom} y2={bottom} />
      {plot.xTicks.map((tick, i) => {
        const last = i === plot.xTicks.length - 1
        // The last has a word beside it.
        if (!last && plot.x(tick) > right - LAST) return null
        return (
          <text
            key={tick}
            x={last ? Math.min(plot.x(tick) + 8, right) : plot.x(tick)}
            y={size.height - 6}
            textAnchor={last ? 'end' : 'middle'}
          >
            {last ? labels.lastStep(tick) : labels.step(tick)}
          </text>
        )
      })}
    </g>
  )
})

const Lines = memo(function Lines({
  plot,
  trails,
  values,
  until,
  focus,
  pale = false,
}: {
  readonly plot: StepsPlot
  readonly trails: readonly Trail[]
  readonly values: readonly Float64Array[]
  readonly until: number
  readonly focus: number | null
  readonly pale?: boolean
}) {
  return trails.map(({ path, style, name }, i) => {
    const line = Array.from(values[i]!.subarray(0, Math.min(until, path.last) + 1), (value, step) => ({
      x: plot.x(step),
      y: plot.y(value),
    }))
    return (
      <path
        key={name}
        className={styles.line}
        style={{
          color: coloursOf({ colour: style.colour }).train,
          strokeDasharray: style.dashed ? DASH.join(' ') : undefined,
          opacity: (pale ? 0.25 : 1) * (focus === null || focus === i ? 1 : 0.4),
        }}
        d={linePath(line)}
      />
    )
  })
})
