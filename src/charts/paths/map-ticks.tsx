/** The numbers at the edges of a map, and the names of its axes inside it. */
import type { MapFrame } from './map-frame.ts'
import styles from './surface-map.module.css'

interface Props {
  readonly frame: MapFrame
  /** Of the whole picture. */
  readonly height: number
  readonly labels: { readonly x: string; readonly y: string; readonly tick: (value: number) => string }
}

export function MapTicks({ frame, height: whole, labels }: Props) {
  const { left, top, width, height, xTicks, yTicks, place } = frame
  return (
    <g className={styles.tick}>
      {yTicks.map((tick) => (
        <text key={tick} x={left - 6} y={Math.max(top + 9, place(0, tick).y + 4)} textAnchor="end">
          {labels.tick(tick)}
        </text>
      ))}
      <text className={styles.axis} x={left + 6} y={top + 14}>
        {labels.y}
      </text>
      {xTicks.map((tick) => {
        const { x } = place(tick, 0)
        const edge = x > left + width - 12 ? 'end' : x < left + 6 ? 'start' : 'middle'
        return (
          <text key={tick} x={x} y={whole - 5} textAnchor={edge}>
            {labels.tick(tick)}
          </text>
        )
      })}
      <text className={styles.axis} x={left + width - 6} y={top + height - 6} textAnchor="end">
        {labels.x}
      </text>
    </g>
  )
}
