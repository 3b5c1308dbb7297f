/** A slice of a network's loss from above, with the places where the run was. */
import { useEffect, useMemo, useRef } from 'react'
import type { SliceExtent } from '../../domain/loss-slice/grid.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { linePath } from '../kit/paths.ts'
import { SizedBox } from '../kit/sized-box.tsx'
import { textWidth } from '../kit/text-width.ts'
import { useTheme } from '../kit/theme.ts'
import type { Size } from '../kit/use-size.ts'
import { type Ground, heightMap, smoothed } from './ground.ts'
import { frameOf } from './map-frame.ts'
import { MapTicks } from './map-ticks.tsx'
import { paintGround } from './paint-map.ts'
import styles from './surface-map.module.css'

export interface SlicePoint {
  readonly at: readonly [number, number]
  /** Its name and its loss; a place between others may have none. */
  readonly name: string | null
  readonly kind: 'start' | 'between' | 'best' | 'end'
}

export interface SliceMapProps {
  readonly extent: SliceExtent
  readonly grid: { readonly size: number; readonly losses: Float64Array } | null
  readonly points: readonly SlicePoint[]
  readonly labels: {
    readonly summary: string
    readonly x: string
    readonly y: string
    readonly tick: (value: number) => string
  }
}

/** Samples along a side of the drawing. */
const FINE = 128
/** Lines stand close enough above this share of all losses; what is higher has the darkest paper. */
const HIGHEST = 0.85
const FINEST = 1e-3
const APART = 15
const AWAY = 10

export function SliceMap(props: SliceMapProps) {
  return (
    <SizedBox>
      {({ width, height }) => {
        const side = Math.min(width, height)
        return <Drawing {...props} size={{ width: side, height: side }} />
      }}
    </SizedBox>
  )
}

function Drawing({ extent, grid, points, labels, size }: SliceMapProps & { readonly size: Size }) {
  const { width, height } = size
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  const frame = useMemo(() => frameOf({ width, height }, ...extent), [width, height, extent])
  const ground = useMemo(() => grid && groundOf(grid), [grid])
  useEffect(() => {
    if (canvas.current && ground) paintGround({ canvas: canvas.current, width, height, theme }, frame, ground)
  }, [width, height, theme, frame, ground])
  const places = points.map(({ at }) => frame.place(...at))
  const ys = placeLabels(
    places.map(({ y }) => y),
    APART,
    frame.top + 10,
    frame.top + frame.height - 10,
  )
  return (
    <>
      <canvas ref={canvas} className={styles.layer} style={{ width, height }} aria-hidden />
      <svg className={styles.layer} width={width} height={height} role="img" aria-label={labels.summary}>
        <MapTicks frame={frame} height={height} labels={labels} />
        <path className={styles.way} d={linePath(places)} />
        {points.map(({ name, kind }, i) => {
          if (name === null) return null
          const { x } = places[i]!
          const flip = x + AWAY + textWidth(name, 12, 620) > frame.left + frame.width - 4
          return (
            <text
              key={kind}
              className={styles.name}
              style={{ fill: 'var(--ink)' }}
              x={x + (flip ? -AWAY : AWAY)}
              y={ys[i]! + 4}
              textAnchor={flip ? 'end' : 'start'}
            >
              {name}
            </text>
          )
        })}
        {points.map(({ kind }, i) => (
          <circle
            key={i}
            className={styles.place}
            data-kind={kind}
            cx={places[i]!.x}
            cy={places[i]!.y}
            r={kind === 'between' ? 2 : 5}
          />
        ))}
      </svg>
    </>
  )
}

function groundOf({ size, losses }: NonNullable<SliceMapProps['grid']>): Ground {
  const known = losses.filter(Number.isFinite).sort()
  const [low, high] = [known[0] ?? 0, known[Math.floor(HIGHEST * (known.length - 1))] ?? 1]
  // What has no number any more is higher than all that has one.
  const above = losses.map((loss) => (Number.isFinite(loss) ? loss : (known.at(-1) ?? 1)) - low)
  const times = FINE / (size - 1)
  return heightMap(smoothed(above, size, times), FINE + 1, high - low || 1, FINEST)
}
