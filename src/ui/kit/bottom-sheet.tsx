import { type PointerEvent, type ReactNode, useRef } from 'react'
import css from './bottom-sheet.module.css'

/** The heights at which a sheet stops: its head only, a part of the screen, all of it. */
const STOPS = ['head', 'half', 'full'] as const
export type Stop = (typeof STOPS)[number]
/** Pointer travel that moves the sheet by one stop, in pixels. */
const TRAVEL = 40

interface Props {
  /** The name of the sheet and of its handle. */
  readonly label: string
  readonly stop: Stop
  onStop(stop: Stop): void
  readonly children: ReactNode
}

/** A sheet from below, for small screens: a handle moves it by drag, press or arrow keys. Its contents set the heights. */
export function BottomSheet({ label, stop, onStop, children }: Props) {
  const from = useRef<number | null>(null)
  const isDragged = useRef(false)
  const moveBy = (steps: number) => {
    const at = STOPS.indexOf(stop) + steps
    onStop(STOPS[Math.max(0, Math.min(STOPS.length - 1, at))]!)
  }
  const onPointerUp = (event: PointerEvent) => {
    const travel = from.current === null ? 0 : from.current - event.clientY
    from.current = null
    isDragged.current = Math.abs(travel) >= TRAVEL
    if (isDragged.current) moveBy(Math.sign(travel))
  }
  // At the click and not before: a sheet that had moved by then would take it with whatever control lies there now.
  const onClick = () => {
    if (!isDragged.current) onStop(stop === 'head' ? 'half' : stop === 'half' ? 'full' : 'head')
    isDragged.current = false
  }
  return (
    <aside className={css.sheet} data-stop={stop} aria-label={label}>
      <button
        type="button"
        className={css.handle}
        aria-label={label}
        aria-expanded={stop !== 'head'}
        onPointerDown={(event) => {
          from.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={onPointerUp}
        onClick={onClick}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' || event.key === 'Enter') moveBy(1)
          else if (event.key === 'ArrowDown' || event.key === 'Escape') moveBy(-1)
          else return
          event.preventDefault()
        }}
      />
      {children}
    </aside>
  )
}
