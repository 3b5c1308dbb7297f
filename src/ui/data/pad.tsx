/** Draws and moves points of two classes, by pointer or keys, over a network's boundary where one is given. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { FitPlaneProps } from '../../charts/kit/types.ts'
import { FitPlane } from '../../charts/model/fit-plane.tsx'
import { DRAWN_REACH } from '../../domain/data-sets/drawn-points.ts'
import { type DrawnPoint, MOST_POINTS } from '../../domain/experiment/experiment.ts'
import { useText } from '../shared/app-context.tsx'
import css from './pad.module.css'

export type PadTool = 'a' | 'b' | 'erase'

interface Props {
  points: readonly DrawnPoint[]
  tool: PadTool
  onChange(points: readonly DrawnPoint[]): void
  /** The network's boundary behind the points. */
  grid?: FitPlaneProps['grid']
}

const EXTENT = [
  [-DRAWN_REACH, DRAWN_REACH],
  [-DRAWN_REACH, DRAWN_REACH],
] as const
/** How near the pointer must be to hit a point, in units of the plane. */
const NEAR = 0.35
const STEP = 0.25
type Place = readonly [number, number]

/** Rounds a coordinate to the hundredth, within reach, because a link writes no more. */
const placed = (value: number) =>
  Math.round(Math.max(-DRAWN_REACH, Math.min(DRAWN_REACH, value)) * 100) / 100 + 0

export function Pad({ points, tool, onChange, grid = null }: Props) {
  const t = useText()
  // Two events may arrive before React renders: the second continues from what the first left.
  const latest = useRef(points)
  latest.current = points
  const change = (next: readonly DrawnPoint[]) => {
    latest.current = next
    onChange(next)
  }
  const held = useRef<number | null>(null)
  const [cursor, setCursor] = useState<Place | null>(null)
  const add = ([x, y]: Place) => {
    if (latest.current.length < MOST_POINTS)
      change([...latest.current, [placed(x), placed(y), tool === 'b' ? 1 : 0]])
  }
  const erase = (place: Place) => {
    const hit = nearest(latest.current, place)
    if (hit >= 0) change(latest.current.filter((_, i) => i !== hit))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event)
    setCursor(null)
    if (event.button === 2 || tool === 'erase') return erase(place)
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { current } = latest
    const hit = nearest(current, place)
    held.current = hit >= 0 ? hit : current.length < MOST_POINTS ? current.length : null
    if (hit < 0) add(place)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event)
    if (tool === 'erase' && event.buttons === 1) return erase(place)
    const at = held.current
    if (at === null || event.buttons !== 1) return
    change(
      latest.current.map((point, i) => (i === at ? [placed(place[0]), placed(place[1]), point[2]] : point)),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at: Place = cursor ?? [0, 0]
    const move = MOVES[event.key]
    if (move) setCursor([placed(at[0] + move[0] * STEP), placed(at[1] + move[1] * STEP)])
    else if (event.key === 'Enter') (tool === 'erase' ? erase : add)(at)
    else if (event.key === 'Delete' || event.key === 'Backspace') erase(at)
    else return
    event.preventDefault()
  }
  const train = points.map(([x, y, target]) => ({ x, y, target, flipped: false }))
  const share = (value: number) => `${((value + DRAWN_REACH) / (2 * DRAWN_REACH)) * 100}%`
  return (
    <div
      className={css.pad}
      role="application"
      aria-label={t.ownData.pad.label}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        held.current = null
      }}
      onPointerCancel={() => {
        held.current = null
      }}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCursor(cursor ?? [0, 0])}
      onBlur={() => setCursor(null)}
    >
      <FitPlane
        grid={grid}
        extent={EXTENT}
        train={train}
        validation={[]}
        showFlipped={false}
        label={t.ownData.pad.count(points.length)}
      />
      {cursor && (
        <span
          className={css.cursor}
          style={{ left: share(cursor[0]), bottom: share(cursor[1]) }}
          aria-hidden
        />
      )}
    </div>
  )
}

const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

function placeOf(event: PointerEvent<HTMLDivElement>): Place {
  const { left, bottom, width, height } = event.currentTarget.getBoundingClientRect()
  const reach = 2 * DRAWN_REACH
  return [
    ((event.clientX - left) / width) * reach - DRAWN_REACH,
    ((bottom - event.clientY) / height) * reach - DRAWN_REACH,
  ]
}

/** The index of the nearest point, if it is near enough to be hit; else -1. */
function nearest(points: readonly DrawnPoint[], [x, y]: Place): number {
  let [best, least] = [-1, NEAR]
  for (const [i, point] of points.entries()) {
    const distance = Math.hypot(point[0] - x, point[1] - y)
    if (distance <= least) [best, least] = [i, distance]
  }
  return best
}
