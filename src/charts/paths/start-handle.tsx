/** The start of all paths, which the pointer drags and the arrow keys move. */
import type { KeyboardEvent, PointerEvent } from 'react'
import { type SurfaceKey, surfaceOf } from '../../domain/optimizer-paths/surfaces.ts'
import type { MapFrame } from './map-frame.ts'
import styles from './surface-map.module.css'

/** How far a key moves the start, of the window's width; with Shift it is ten times as far. */
const KEY = 1 / 200

interface Props {
  readonly surface: SurfaceKey
  readonly start: readonly number[]
  readonly frame: MapFrame
  onStart(start: readonly number[]): void
  readonly label: string
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export function StartHandle({ surface, start, frame, onStart, label }: Props) {
  const { dimensions, window } = surfaceOf(surface)
  const at = dimensions === 1 ? frame.place(0, start[0]!) : frame.place(start[0]!, start[1]!)
  const unit = niceUnit(window[0][1] - window[0][0])
  const put = (x: number, y: number) => {
    const round = (value: number) => Number((Math.round(value / unit) * unit).toPrecision(6))
    const within = (value: number, [low, high]: readonly [number, number]) =>
      Math.max(low, Math.min(value, high))
    const next =
      dimensions === 1
        ? [round(within(y, frame.yEnds))]
        : [round(within(x, frame.xEnds)), round(within(y, frame.yEnds))]
    if (next.some((value, i) => value !== start[i])) onStart(next)
  }
  const follow = (event: PointerEvent<HTMLButtonElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.parentElement!.getBoundingClientRect()
    put(...frame.at(event.clientX - box.left, event.clientY - box.top))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (arrow === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const by = unit * (event.shiftKey ? 10 : 1)
    const [x, y] = dimensions === 1 ? [0, start[0]!] : [start[0]!, start[1]!]
    put(x + arrow[0] * by, y + (dimensions === 1 ? arrow[0] + arrow[1] : arrow[1]) * by)
  }
  return (
    <button
      type="button"
      className={styles.start}
      style={{ left: at.x, top: at.y }}
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={follow}
      onKeyDown={onKeyDown}
    />
  )
}

/** The largest power of ten that is no more than a two-hundredth of a span. */
const niceUnit = (span: number) => 10 ** Math.floor(Math.log10(span * KEY) + 1e-9)
