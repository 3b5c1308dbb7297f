/** One chart of one measure. The curve matters most, and everything else helps to read it. */
import { useMemo } from 'react'
import { axisFromZero } from '../kit/axis.ts'
import { lastPlace } from '../kit/keyboard.ts'
import { layout as layoutOf } from '../kit/layout.ts'
import { type Series, series as seriesOf } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import type { ChartRun, CurveChartProps } from '../kit/types.ts'
import type { Size } from '../kit/use-size.ts'
import { goesBelow, valueAxis } from '../kit/value-range.ts'
import { CrosshairBox } from './crosshair-box.tsx'
import styles from './curve-chart.module.css'
import { ChartContext } from './frame.ts'
import { Plot } from './plot.tsx'

/** The fewest pixels between two ticks of an axis. */
const STEP_HEIGHT = { loss: 40, quality: 28 }
/** The fewest pixels between the numbers of the x axis. */
const APART = { wide: 48, narrow: 32 }

export function CurveChart(props: CurveChartProps) {
  const { className, labels, hover, onHover, runs, step } = props
  return (
    <CrosshairBox
      className={className === undefined ? styles.chart : `${styles.chart} ${className}`}
      summary={labels.summary}
      hover={hover}
      onHover={onHover}
      last={lastPlace(runs)}
      step={step}
    >
      {(size) => <Sized {...props} size={size} />}
    </CrosshairBox>
  )
}

function Sized({ size, ...props }: CurveChartProps & { size: Size }) {
  const { measure, runs, scale: wanted, smoothing, until, levels, labels, xAxis, pill, epochFlags } = props
  const scale = measure === 'loss' ? wanted : 'linear'
  const layout = useByValue(
    layoutOf(size.width, { runs, xAxis, pill: pill ?? false, epochFlags: epochFlags ?? false }),
  )
  const rows = (size.height - layout.top - layout.bottom) / STEP_HEIGHT[measure]
  const number = textWidth(labels.xTick(until), 11, 400) + APART[layout.narrow ? 'narrow' : 'wide']
  const columns = (size.width - layout.left - layout.right) / number
  const x = useByValue(axisFromZero(until, columns, props.step))
  const held = props.range ?? { runs, levels }
  const y = useByValue(
    useMemo(
      () => valueAxis(measure, scale, held.runs, held.levels, rows),
      [measure, scale, held.runs, held.levels, rows],
    ),
  )
  const series = useMemo(
    () => runs.map((run) => knownSeries(run, measure, scale, smoothing, y.domain)),
    [runs, measure, scale, smoothing, y],
  )
  const below =
    scale === 'log' && goesBelow(runs, y) ? (labels.leftOut?.(labels.tick(y.domain[0])) ?? null) : null
  const words = y.ticks.map(labels.tick).join('\n')
  const tick = useMemo(() => {
    const texts = words.split('\n')
    return (value: number) => texts[y.ticks.indexOf(value)] ?? ''
  }, [words, y])
  const placeWords = x.ticks.map(labels.xTick).join('\n')
  const xTick = useMemo(() => {
    const texts = placeWords.split('\n')
    return (value: number) => texts[x.ticks.indexOf(value)] ?? ''
  }, [placeWords, x])
  return (
    <ChartContext value={{ props: { ...props, scale }, series, layout, size, below }}>
      <Plot {...{ scale, x, y, tick, xTick, layout, size, xAxis }} />
    </ChartContext>
  )
}

const known = new WeakMap<ChartRun, Map<string, Series>>()

/** A run that stays on the chart while others change keeps its points. */
function knownSeries(run: ChartRun, ...how: Tail<Parameters<typeof seriesOf>>): Series {
  if (!run.baseline) return seriesOf(run, ...how)
  const key = how.join()
  const found = known.get(run)?.get(key)
  if (found) return found
  const made = seriesOf(run, ...how)
  known.set(run, new Map([...(known.get(run) ?? []), [key, made]]))
  return made
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never

/** Returns the same object as long as its contents are the same: Recharts draws again whatever is a new object. */
function useByValue<T>(value: T): T {
  const text = JSON.stringify(value)
  return useMemo(() => JSON.parse(text) as T, [text])
}
