/**
 * A surface from above, with the paths of optimizers up to a step. The surface and the paths are canvases; where each path
 * stands, its name and its arrows lie over them, and so does the start, which can be moved.
 */
import { useEffect, useMemo, useRef } from 'react'
import type { SurfaceKey } from '../../domain/optimizer-paths/surfaces.ts'
import { surfaceOf } from '../../domain/optimizer-paths/surfaces.ts'
import { SizedBox } from '../kit/sized-box.tsx'
import { useTheme } from '../kit/theme.ts'
import type { Size } from '../kit/use-size.ts'
import { Arrows } from './arrows.tsx'
import { groundOf } from './ground.ts'
import { Heads } from './heads.tsx'
import { type MapFrame, mapFrame } from './map-frame.ts'
import { MapTicks } from './map-ticks.tsx'
import { paintGround, paintTrails } from './paint-map.ts'
import { StartHandle } from './start-handle.tsx'
import styles from './surface-map.module.css'
import type { Trail } from './trail.ts'

interface SurfaceMapLabels {
  /** Reads the picture out. */
  readonly summary: string
  readonly x: string
  readonly y: string
  readonly tick: (value: number) => string
  /** The name of the start, with its numbers. */
  readonly start: string
}

/** `trails` must stay the same between renders that change only the step or the focus. */
export interface SurfaceMapProps {
  readonly surface: SurfaceKey
  readonly steps: number
  readonly start: readonly number[]
  readonly trails: readonly Trail[]
  readonly step: number
  /** The path that is looked at: its arrows are drawn. */
  readonly focus: number | null
  onStart(start: readonly number[]): void
  readonly labels: SurfaceMapLabels
}

export function SurfaceMap(props: SurfaceMapProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({
  surface,
  steps,
  start,
  trails,
  step,
  focus,
  onStart,
  labels,
  size,
}: SurfaceMapProps & { readonly size: Size }) {
  const below = useRef<HTMLCanvasElement>(null)
  const above = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  const frame = useMemo(() => mapFrame(size, surface, steps), [size, surface, steps])
  const ground = useMemo(() => groundOf(surface, frame), [surface, frame])
  useEffect(() => {
    if (below.current) paintGround({ canvas: below.current, ...size, theme }, frame, ground)
  }, [size, theme, frame, ground])
  useEffect(() => {
    if (above.current) paintTrails({ canvas: above.current, ...size, theme }, frame, trails, step, focus)
  }, [size, theme, frame, trails, step, focus])
  const pixels = { width: size.width, height: size.height }
  const focused = focus === null ? undefined : trails[focus]
  return (
    <>
      <canvas ref={below} className={styles.layer} style={pixels} aria-hidden />
      <canvas ref={above} className={styles.layer} style={pixels} aria-hidden />
      <svg className={styles.layer} {...pixels} role="img" aria-label={labels.summary}>
        <MapTicks frame={frame} height={size.height} labels={labels} />
        <Places surface={surface} frame={frame} />
        {focused && <Arrows trail={focused} frame={frame} step={step} />}
        <Heads trails={trails} frame={frame} step={step} focus={focus} />
      </svg>
      <StartHandle surface={surface} start={start} frame={frame} onStart={onStart} label={labels.start} />
    </>
  )
}

/** Minima are crosses. Of one weight they are lines, from the step on at which they are there. */
function Places({ surface, frame }: { readonly surface: SurfaceKey; readonly frame: MapFrame }) {
  const { dimensions, minima, movesAt } = surfaceOf(surface)
  const [from, to] = frame.xEnds
  if (dimensions === 1)
    return minima.map(([w], i) => {
      const until =
        movesAt === null ? [from, to] : i === 0 ? [from, Math.min(movesAt, to)] : [Math.min(movesAt, to), to]
      return (
        <line
          key={w}
          className={styles.minimum}
          x1={frame.place(until[0]!, 0).x}
          x2={frame.place(until[1]!, 0).x}
          y1={frame.place(0, w!).y}
          y2={frame.place(0, w!).y}
        />
      )
    })
  return minima.map(([x, y]) => {
    const at = frame.place(x!, y!)
    return (
      <path
        key={`${x} ${y}`}
        className={styles.minimum}
        d={`M${at.x - 5} ${at.y}h10M${at.x} ${at.y - 5}v10`}
      />
    )
  })
}
