import { useEffect, useMemo, useRef, useState } from 'react'
import css from './epoch-progress-bar.module.css'
import { tickPath } from './epoch-ticks.ts'

interface Props {
  epoch: number
  epochs: number
  state: 'idle' | 'warming' | 'running' | 'paused' | 'done'
  label: string
}

const HEIGHT = 8

/** Progress over epochs: yellow up to the current epoch, with an edge in ink there and a tick for every epoch. */
export function EpochProgressBar({ epoch, epochs, state, label }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, density: 1 })
  useEffect(() => {
    const tape = ref.current
    if (!tape) return
    const observer = new ResizeObserver(() => {
      setSize({ width: tape.clientWidth, density: window.devicePixelRatio })
    })
    observer.observe(tape)
    return () => observer.disconnect()
  }, [])

  const path = useMemo(() => tickPath(epochs, size.width, HEIGHT, size.density), [epochs, size])
  const done = epochs > 0 ? Math.min(1, Math.max(0, epoch / epochs)) : 0
  const edge = Math.round(done * size.width * size.density) / size.density
  return (
    <div
      ref={ref}
      className={css.tape}
      data-state={state}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={epoch}
      aria-valuemax={epochs}
    >
      <svg className={css.ticks} width={size.width} height={HEIGHT} aria-hidden="true">
        <path d={path} />
      </svg>
      {done > 0 && (
        <div className={css.fill} style={{ width: edge }}>
          <svg className={css.ticks} width={size.width} height={HEIGHT} aria-hidden="true">
            <path d={path} />
          </svg>
        </div>
      )}
    </div>
  )
}
