/** The numbers along the two axes of a chart. */
import { Raised } from './raised.tsx'
import styles from './ticks.module.css'

interface ValueTicksProps {
  readonly ticks: readonly number[]
  /** The left and the right edge of the plot. */
  readonly left: number
  readonly right: number
  /** Where the picture ends below, if numbers could stick out there. */
  readonly bottom?: number
  /** The pixel of a value. */
  readonly y: (value: number) => number
  /** Without it there are only lines. */
  readonly label?: ((value: number) => string) | undefined
  /** The pixels between the numbers and the plot. */
  readonly gap?: number
  /** The class of the line at 0, where that is more than one among others. */
  readonly zero?: string | undefined
}

/** A line across the plot at each tick of the value axis, with its number to the left; none sticks out at the top. */
export function ValueTicks(props: ValueTicksProps) {
  const { ticks, left, right, bottom = Number.POSITIVE_INFINITY, y, label, gap = 8, zero } = props
  return ticks.map((value) => (
    <g key={value}>
      <line
        className={value === 0 && zero !== undefined ? zero : styles.grid}
        {...{ x1: left, x2: right, y1: y(value), y2: y(value) }}
      />
      {label !== undefined && (
        <text
          className={styles.tick}
          x={left - gap}
          y={Math.max(9, Math.min(y(value) + 4, bottom))}
          textAnchor="end"
        >
          <Raised text={label(value)} />
        </text>
      )}
    </g>
  ))
}

interface PlaceTicksProps {
  readonly ticks: readonly number[]
  /** The pixel of a place on the x axis. */
  readonly x: (place: number) => number
  /** The pixel of the line that the numbers stand on. */
  readonly y: number
  readonly label: (place: number) => string
  /** Where the number of a tick lies about its place, which is in the middle otherwise. */
  readonly anchor?: (place: number) => 'start' | 'middle' | 'end'
}

/** The numbers of the x axis, below the plot. */
export function PlaceTicks({ ticks, x, y, label, anchor = () => 'middle' }: PlaceTicksProps) {
  return ticks.map((place) => (
    <text key={place} className={styles.tick} x={x(place)} y={y} textAnchor={anchor(place)}>
      {label(place)}
    </text>
  ))
}

/** Numbers at the ends of the axis stay within it. */
export function withinEnds([low, high]: readonly [number, number]) {
  return (place: number) => (place <= low ? 'start' : place >= high ? 'end' : 'middle')
}
