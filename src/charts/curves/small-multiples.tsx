/**
 * Overlaid runs taken apart: each in a plot of its own on the same axes, with the others in grey behind it. Values are
 * not smoothed.
 */
import { memo, useMemo, useRef } from 'react'
import { type Axis, axisFromZero } from '../kit/axis.ts'
import { coloursOf } from '../kit/colour.ts'
import { linePath } from '../kit/paths.ts'
import { linePoints, type Series, series as seriesOf } from '../kit/series.ts'
import { ellipsis, shortenedName } from '../kit/text-width.ts'
import type { ChartRun, Scale } from '../kit/types.ts'
import { type Size, useSize } from '../kit/use-size.ts'
import { valueAxis } from '../kit/value-range.ts'
import { placeOf } from '../kit/x-place.ts'
import styles from './small-multiples.module.css'

export interface SmallMultiplesProps {
  readonly runs: readonly ChartRun[]
  readonly scale: Scale
  /** From this value on, the x axis ends at a round number. */
  readonly until: number
  readonly step: number
  readonly labels: {
    readonly title: string
    readonly summary: string
    readonly best: (loss: number, at: number) => string
    readonly tick: (value: number) => string
    readonly xTick: (place: number) => string
  }
}

/** A plot narrower than this would show no shape. */
const NARROWEST = 88
const LEFT = 40
const GAP = 16
/** The accessible label of the whole picture. */
const HEAD = 22
/** The heading of a plot: the run's name and its best value. */
const TITLE = 42
const TICKS = 20
const EDGE = 4
const STEP_HEIGHT = 34
/** The ticks of the x axis, of which only the ends and the middle have a number. */
const FINE = 6

export const SmallMultiples = memo(function SmallMultiples(props: SmallMultiplesProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={styles.box}>
      {size !== null && <Plots {...props} size={size} />}
    </div>
  )
})

/** The height of each plot, and how many stand in a row, where so many share this room. */
function shapeOf(count: number, size: Size) {
  const most = Math.max(1, Math.floor((size.width - LEFT + GAP) / (NARROWEST + GAP)))
  const rows = Math.ceil(count / most)
  return { columns: Math.ceil(count / rows), height: (size.height - HEAD) / rows - TITLE - TICKS }
}

/** Whether so many plots are high enough there to show anything. */
export const haveRoom = (count: number, size: Size): boolean => shapeOf(count, size).height >= STEP_HEIGHT / 2

function Plots({ runs, scale, until, step, labels, size }: SmallMultiplesProps & { size: Size }) {
  const { columns, height } = shapeOf(runs.length, size)
  const width = (size.width - LEFT - (columns - 1) * GAP - EDGE) / columns
  const { all, x, y } = useMemo(() => {
    const value = valueAxis('loss', scale, runs, [], height / STEP_HEIGHT)
    return {
      y: value,
      x: fewTicks(axisFromZero(until, FINE, step)),
      all: runs.map((run) => seriesOf(run, 'loss', scale, 0, value.domain)),
    }
  }, [runs, scale, until, step, height])
  if (!haveRoom(runs.length, size)) return null
  // The grey lines include the run's own, under the coloured one.
  const place = placesIn(x, y, scale, width, height)
  const crowd = all.map((one) => lineOf(one, 'validation', place)).join('')
  return (
    <svg
      role="img"
      aria-label={labels.summary}
      data-picture
      className={styles.picture}
      width={size.width}
      height={size.height}
    >
      <text className={styles.title} y={12}>
        {labels.title}
      </text>
      {all.map((series, i) => {
        const column = i % columns
        const left = LEFT + column * (width + GAP)
        const top = Math.floor(i / columns) * (height + TITLE + TICKS) + TITLE + HEAD
        return (
          <g key={series.run.id} transform={`translate(${left} ${top})`}>
            {y.ticks.map((tick) => (
              <g key={tick}>
                <line className={styles.grid} x2={width} y1={place.y(tick)} y2={place.y(tick)} />
                {column === 0 && (
                  <text className={styles.tick} x={-8} y={place.y(tick) + 4} textAnchor="end">
                    {labels.tick(tick)}
                  </text>
                )}
              </g>
            ))}
            <line className={styles.base} x2={width} y1={height} y2={height} />
            {x.ticks.map((tick) => (
              <text
                key={tick}
                className={styles.tick}
                x={place.x(tick)}
                y={height + 15}
                textAnchor={tick === x.domain[1] ? 'end' : tick === 0 ? 'start' : 'middle'}
              >
                {labels.xTick(tick)}
              </text>
            ))}
            <path className={styles.other} d={crowd} />
            <Own series={series} place={place} width={width} best={labels.best} />
          </g>
        )
      })}
    </svg>
  )
}

/** The first tick, the last, and the middle one if there is one. */
function fewTicks({ domain, ticks }: Axis): Axis {
  const [from, to] = [ticks[0]!, ticks.at(-1)!]
  return { domain, ticks: ticks.filter((tick) => tick === from || tick === to || tick === (from + to) / 2) }
}

interface Places {
  x(place: number): number
  y(value: number): number
}

interface OwnProps {
  readonly series: Series
  readonly place: Places
  readonly width: number
  readonly best: SmallMultiplesProps['labels']['best']
}

function Own({ series, place, width, best }: OwnProps) {
  const { run, points } = series
  const colours = coloursOf(run)
  const at = run.best === null ? null : placeOf(run, run.best)
  const lowest = at === null ? undefined : points.find((point) => point.x >= at)
  const words = lowest ? best(lowest.readings.validation.measured, lowest.x) : ''
  return (
    <g style={{ color: colours.validation }}>
      <text className={styles.name} y={-23} style={{ fill: colours.validationText }}>
        {shortenedName(run.name, 12, 600, width)}
      </text>
      <text className={styles.tick} y={-9}>
        {ellipsis(words, 11, 400, width + GAP)}
      </text>
      <path className={styles.train} d={lineOf(series, 'train', place)} />
      <path className={styles.validation} d={lineOf(series, 'validation', place)} />
      {lowest && lowest.validation !== null && (
        <circle className={styles.best} cx={place.x(lowest.x)} cy={place.y(lowest.validation)} r={3.5} />
      )}
    </g>
  )
}

function placesIn(x: Axis, y: Axis, scale: Scale, width: number, height: number): Places {
  const measure = scale === 'log' ? Math.log : (value: number) => value
  const [low, high] = [measure(y.domain[0]), measure(y.domain[1])]
  return {
    x: (place) => (place / x.domain[1]) * width,
    y: (value) => {
      const share = (measure(value) - low) / (high - low)
      return (1 - Math.max(0, Math.min(share, 1))) * height
    },
  }
}

function lineOf(series: Series, part: 'train' | 'validation', place: Places): string {
  return linePath(
    linePoints(series, part).map((point) => point && { x: place.x(point.x), y: place.y(point.value) }),
  )
}
