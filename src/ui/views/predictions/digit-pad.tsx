/** A pad to draw a digit on, by pointer or keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { PEN, type Stroke } from '../../../domain/predictions/drawn-digit.ts'
import hidden from '../../kit/hidden.module.css'
import { useAllText } from '../../shared/app-context.tsx'
import css from './digit-pad.module.css'

interface Props {
  readonly strokes: readonly Stroke[]
  onDraw(strokes: readonly Stroke[]): void
}

type Place = Stroke[number]

/** What an arrow key moves the pen by, and the least that the pointer moves it by. */
const STEP = 0.04
const LEAST = 0.005

export function DigitPad({ strokes, onDraw }: Props) {
  const t = useAllText().drawing
  const [cursor, setCursor] = useState<Place | null>(null)
  const [isDown, setDown] = useState(false)
  // Two events may arrive before React renders: the second continues from what the first left.
  const latest = useRef(strokes)
  latest.current = strokes
  const change = (next: readonly Stroke[]) => {
    latest.current = next
    onDraw(next)
  }
  const held = useRef(false)
  const lower = (place: Place) => change([...latest.current, [place]])
  const move = (place: Place) => {
    const last = latest.current.at(-1)
    if (!last) return
    const [x, y] = last.at(-1)!
    if (Math.hypot(place[0] - x, place[1] - y) >= LEAST)
      change([...latest.current.slice(0, -1), [...last, place]])
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setCursor(null)
    setDown(false)
    held.current = true
    lower(placeOf(event))
  }
  const lift = () => {
    setDown(false)
    held.current = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at: Place = cursor ?? [0.5, 0.5]
    const by = MOVES[event.key]
    if (by) {
      const next: Place = [within(at[0] + by[0] * STEP), within(at[1] + by[1] * STEP)]
      setCursor(next)
      if (isDown) move(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      setCursor(at)
      setDown(!isDown)
      if (!isDown) lower(at)
    } else if (event.key === 'Backspace') {
      lift()
      change(latest.current.slice(0, -1))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={css.pad}
      role="application"
      aria-label={t.pad}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys draw as well.
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => held.current && event.buttons === 1 && move(placeOf(event))}
      onPointerUp={lift}
      onPointerCancel={lift}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCursor([0.5, 0.5])}
      onBlur={() => {
        setCursor(null)
        lift()
      }}
    >
      <svg viewBox="0 0 1 1" aria-hidden>
        {strokes.map((stroke, i) => (
          <path key={i} d={pathOf(stroke)} strokeWidth={PEN} />
        ))}
      </svg>
      {cursor && (
        <span
          className={css.cursor}
          data-down={isDown}
          style={{ left: `${100 * cursor[0]}%`, top: `${100 * cursor[1]}%` }}
          aria-hidden
        />
      )}
      <span role="status" className={hidden.hidden}>
        {cursor ? (isDown ? t.penDown : t.penUp) : ''}
      </span>
    </div>
  )
}

const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const within = (share: number) => Math.round(1000 * Math.max(0, Math.min(share, 1))) / 1000

function placeOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return [within((clientX - left) / width), within((clientY - top) / height)]
}

/** A dot is a line to itself, which round ends make visible. */
const pathOf = (stroke: Stroke) =>
  `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}L${stroke.at(-1)!.join(' ')}`
