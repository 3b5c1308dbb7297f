/** One number against one swept setting: medians over seeds, and the band that the seeds span. */
import { useMemo } from 'react'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { ellipsis, textWidth } from '../kit/text-width.ts'
import type { Level } from '../kit/types.ts'
import type { Size } from '../kit/use-size.ts'
import { endLabels, rightMargin } from './end-labels.ts'
import styles from './sweep-chart.module.css'
import { type SweepBand, SweepPart } from './sweep-part.tsx'
import { readableLabels, xKind, xPlaces, type YKind, yAxis, yPlace } from './sweep-scale.ts'

export interface SweepPoint {
  /** The value as a number; null where it is a name. */
  readonly x: number | null
  readonly name: string
  readonly validation: SweepBand | null
  readonly train: SweepBand | null
  /** The results by seed. */
  readonly seeds: readonly number[]
  /** A note instead of a value, or beside it: diverged, not possible. */
  readonly note: string | null
  /** The text that a screen reader reads. */
  readonly label: string
}

export interface SweepChartProps {
  readonly points: readonly SweepPoint[]
  readonly kind: YKind
  readonly log: boolean
  readonly levels: readonly Level[]
  readonly best: number | null
  readonly selected: number | null
  readonly showSeeds: boolean
  readonly onSelect: (index: number) => void
  /** Whether the main line shows validation and has its colour; otherwise it is in ink. */
  readonly coloured: 'validation' | 'train' | 'ink'
  readonly labels: {
    readonly title: string
    readonly unit: string
    readonly axis: string
    readonly main: string
    readonly train: string
    readonly best: (name: string) => string
    readonly value: (value: number) => string
    readonly tick: (value: number) => string
    /** The sentence for a log axis that ends above some of the medians, which are drawn on it. */
    readonly leftOut?: (limit: string) => string
    readonly summary: string
  }
}

const TOP = 66
const BOTTOM = 58
const LEFT = 56
const TICK = 12
const TITLE = 13
const LABEL = 14
const STEP = 56

export function SweepChart(props: SweepChartProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing(props: SweepChartProps & { size: Size }) {
  const { points, kind, log, levels, best, selected, showSeeds, onSelect, coloured, labels, size } = props
  const two = points.some(({ train }) => train !== null)
  const right = rightMargin(levels, labels, two, size.width * 0.32)
  const [width, height] = [size.width - LEFT - right, size.height - TOP - BOTTOM]
  const numbers = points.map(({ x }) => x)
  const by = xKind(numbers)
  const inset = Math.min(36, width / 12)
  const xs = xPlaces(numbers, by).map((share) => LEFT + inset + share * (width - 2 * inset))
  const axis = useMemo(() => {
    const bands = points
      .flatMap(({ validation, train }) => [validation, train])
      .filter((band) => band !== null)
    return yAxis(
      {
        kind,
        log,
        medians: bands.map(({ median }) => median),
        ends: bands.flatMap(({ low, high }) => [low, high]),
        levels: levels.map(({ value }) => value),
      },
      height / STEP,
    )
  }, [points, kind, log, levels, height])
  const y = (value: number) => {
    const share = yPlace(value, axis, log)
    return TOP + height * (1 - Math.max(0, Math.min(share, 1.02)))
  }
  const lines = (['train', 'validation'] as const).map((part) => ({
    part,
    bands: points.map((p) => p[part]),
  }))
  const below =
    log &&
    lines.some(({ bands }) =>
      bands.some((band) => band !== null && band.median < axis.domain[0] * (1 - 1e-9)),
    )
  const inside = (value: number) => value >= axis.domain[0] - 1e-12 && value <= axis.domain[1] * (1 + 1e-9)
  const tickShown = readableLabels(
    points.map(({ name }) => name),
    xs,
    TICK,
  )
  const bestPoint = best === null ? null : points[best]
  const middles = xs.map((x, i) => ({
    from: i === 0 ? LEFT : (xs[i - 1]! + x) / 2,
    to: i === xs.length - 1 ? LEFT + width : (x + xs[i + 1]!) / 2,
  }))
  const ends = endLabels(props, xs, y, TOP, TOP + height, right)
  // Names have no values between them, so that no line connects them.
  const named = numbers.includes(null)
  return (
    <>
      <Picture size={size} label={labels.summary}>
        <text className={styles.title} x={0} y={16}>
          {labels.title}
          <tspan className={styles.unit} dx={10}>
            {ellipsis(labels.unit, TICK, 400, size.width - textWidth(labels.title, TITLE, 620) - 10)}
          </tspan>
        </text>
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={LEFT} x2={LEFT + width} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={LEFT - 10} y={y(tick) + 4} textAnchor="end">
              {labels.tick(tick)}
            </text>
          </g>
        ))}
        <line className={styles.base} x1={LEFT} x2={LEFT + width} y1={TOP + height} y2={TOP + height} />
        {points.map((point, i) => (
          <g key={point.name} className={styles.tick} data-selected={i === selected}>
            <line className={styles.notch} x1={xs[i]} x2={xs[i]} y1={TOP + height} y2={TOP + height + 4} />
            {(tickShown[i] || i === selected) && (
              <text x={xs[i]} y={TOP + height + 20} textAnchor="middle">
                {point.name}
              </text>
            )}
          </g>
        ))}
        <text className={styles.axis} x={LEFT + width / 2} y={TOP + height + 44} textAnchor="middle">
          {labels.axis}
        </text>
        {levels
          .filter(({ value }) => inside(value))
          .map(({ label, value }) => (
            <line
              key={label}
              className={styles.level}
              x1={LEFT}
              x2={LEFT + width}
              y1={y(value)}
              y2={y(value)}
            />
          ))}
        {below && labels.leftOut && (
          <text className={styles.tick} x={LEFT + 8} y={TOP + height - 6}>
            {labels.leftOut(labels.tick(axis.domain[0]))}
          </text>
        )}
        {lines.map(({ part, bands }) => (
          <SweepPart
            key={part}
            {...{ bands, xs, y, named }}
            colour={part === 'train' ? 'train' : coloured}
            seeds={showSeeds && part === 'validation' ? points.map(({ seeds }) => seeds) : []}
          />
        ))}
        {points.map(({ note, name, validation }, i) =>
          note === null ? null : (
            <g key={name} className={styles.note}>
              <path d={cross(xs[i]!, TOP + (validation && Number.isFinite(validation.median) ? 4 : 10))} />
              {validation === null || !Number.isFinite(validation.median) ? (
                <text x={xs[i]} y={TOP + 30} textAnchor="middle">
                  {note}
                </text>
              ) : null}
            </g>
          ),
        )}
        {bestPoint?.validation && best !== null && (
          <g className={styles.best}>
            <line x1={xs[best]} x2={xs[best]} y1={TOP - 8} y2={TOP + height} />
            <Flag text={labels.best(bestPoint.name)} x={xs[best]!} most={LEFT + width} />
            <circle cx={xs[best]} cy={y(bestPoint.validation.median)} r={6.5} />
          </g>
        )}
        {ends.map(({ text, value, tone, at, wish, from }) => (
          <g key={text} className={styles.end} data-colour={tone}>
            <path
              d={`M${from === null ? LEFT + width : from + 7} ${wish}H${LEFT + width}L${LEFT + width + 8} ${at}`}
            />
            <text x={LEFT + width + 12} y={at + 5}>
              {text} <tspan>{value}</tspan>
            </text>
          </g>
        ))}
      </Picture>
      {points.map(({ name, label, note }, i) => (
        <button
          key={name}
          type="button"
          className={styles.column}
          style={{
            left: middles[i]!.from,
            width: middles[i]!.to - middles[i]!.from,
            top: TOP,
            bottom: BOTTOM - 26,
          }}
          aria-label={label}
          aria-pressed={i === selected}
          title={note === null ? label : `${label} (${note})`}
          onClick={() => onSelect(i)}
        />
      ))}
    </>
  )
}

function Flag({ text, x, most }: { text: string; x: number; most: number }) {
  const width = textWidth(text, LABEL, 620) + 18
  const left = x + width > most ? x - width : x
  return (
    <g>
      <rect x={left} y={TOP - 32} width={width} height={24} rx={3} />
      <text x={left + width / 2} y={TOP - 15} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

function cross(x: number, y: number): string {
  return `M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}`
}
