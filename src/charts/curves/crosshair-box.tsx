import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { hoverAfter } from '../kit/keyboard.ts'
import { type Size, useSize } from '../kit/use-size.ts'

interface CrosshairBoxProps {
  readonly className: string | undefined
  /** What the chart shows, in words. */
  readonly summary: string
  readonly hover: number | null
  readonly onHover: (place: number | null) => void
  /** The last position on the x axis; null while there is none. */
  readonly last: number | null
  readonly step: number | undefined
  /** Is called once the size is known, and again when it changes. */
  readonly children: (size: Size) => ReactNode
}

/** A chart whose crosshair the arrow keys move while the chart has the focus. It takes the size of its container. */
export function CrosshairBox(props: CrosshairBoxProps) {
  const { className, summary, hover, onHover, last, step, children } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = hoverAfter(event, hover, last, step)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onHover(next)
  }
  return (
    <div
      ref={box}
      role="img"
      tabIndex={0}
      aria-label={summary}
      className={className}
      onKeyDown={onKeyDown}
      onBlur={() => hover !== null && onHover(null)}
    >
      {size !== null && children(size)}
    </div>
  )
}
