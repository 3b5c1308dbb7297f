import styles from './value-ticks.module.css'

interface Props {
  readonly ticks: readonly number[]
  /** The left and the right edge of the plot. */
  readonly left: number
  readonly right: number
  /** The pixel of a value. */
  readonly y: (value: number) => number
  readonly label: (value: number) => string
}

/** A line across the plot at each tick of the value axis, with its number to the left; none sticks out at the top. */
export function ValueTicks({ ticks, left, right, y, label }: Props) {
  return ticks.map((value) => (
    <g key={value}>
      <line className={styles.grid} x1={left} x2={right} y1={y(value)} y2={y(value)} />
      <text className={styles.tick} x={left - 8} y={Math.max(9, y(value) + 4)} textAnchor="end">
        {label(value)}
      </text>
    </g>
  ))
}
