import { type PointerEvent, type ReactNode, useRef } from 'react'
import { coloursOf, isGrey } from '../kit/colour.ts'
import { lastPlace, stepNear } from '../kit/keyboard.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { pointAt, type Reading } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'

const PILL_HEIGHT = 20
/** The space between the crosshair's line and a value beside it. */
const AWAY = 9

/** One vertical line through all stacked charts, with the value of each curve beside its dot. */
export function Crosshair({ frame }: { frame: Frame }) {
  const { hover, xAxis, pill } = frame.props
  if (hover === null) return null
  const x = frame.x(hover)
  const from = xAxis && !pill ? 0 : frame.top
  const to = xAxis ? frame.bottom : frame.size.height
  return (
    <g pointerEvents="none">
      <line className={styles.crosshair} x1={x} x2={x} y1={from} y2={to} />
      <Values frame={frame} hover={hover} />
      {pill && <Pill frame={frame} x={x} at={hover} />}
    </g>
  )
}

function Values({ frame, hover }: { frame: Frame; hover: number }) {
  const marks = frame.series.flatMap(({ run, points }) => {
    if (isGrey(run) || run.behind) return []
    const point = pointAt(points, hover)
    if (point === null) return []
    const colours = coloursOf(run)
    const parts = frame.leading === null ? (['validation'] as const) : (['validation', 'train'] as const)
    return parts.flatMap((part) => {
      const drawn = point[part]
      if (drawn === null) return []
      return [
        {
          key: `${run.id} ${part}`,
          x: frame.x(point.x),
          y: frame.y(drawn),
          words: wordsOf(frame, point.readings[part]),
          fill: colours[part],
          text: part === 'train' ? colours.trainText : colours.validationText,
        },
      ]
    })
  })
  const places = placeLabels(
    marks.map((mark) => mark.y - 7),
    15,
    frame.top + 2,
    frame.bottom - 4,
  )
  return (
    <>
      {marks.map(({ key, x, y, fill }) => (
        <circle key={key} cx={x} cy={y} r={4.5} className={styles.dot} style={{ color: fill }} />
      ))}
      {marks.map(({ key, x, text, words }, i) => {
        const flip = x + AWAY + textWidth(words, 12, 600) > frame.right
        return (
          <text
            key={key}
            className={`${styles.value} ${styles.halo}`}
            x={x + (flip ? -AWAY : AWAY)}
            y={places[i]}
            textAnchor={flip ? 'end' : 'start'}
            style={{ fill: text }}
          >
            {words}
          </text>
        )
      })}
    </>
  )
}

/** A measured value; for a smoothed curve also the drawn one. */
function wordsOf({ props: { labels, smoothing } }: Frame, { measured, smoothed }: Reading): string {
  const raw = labels.value(measured)
  return smoothing === 0 || !labels.smoothed ? raw : labels.smoothed(labels.value(smoothed), raw)
}

function Pill({ frame, x, at }: { frame: Frame; x: number; at: number }) {
  const words = frame.props.labels.at(at)
  const width = textWidth(words, 12, 600) + 12
  const left = Math.max(0, Math.min(x - width / 2, frame.size.width - width))
  const top = frame.bottom + 5
  return (
    <g>
      <rect className={styles.pill} x={left} y={top} width={width} height={PILL_HEIGHT} rx={3} />
      <text className={styles.pillText} x={left + width / 2} y={top + 14} textAnchor="middle">
        {words}
      </text>
    </g>
  )
}

/** Handles the pointer before Recharts does, whose own tooltip is unused. `children` lie over it. */
export function PointerField({ frame, children }: { frame: Frame; children?: ReactNode }) {
  const field = useRef<SVGRectElement>(null)
  const { hover, onHover, runs, step = 1 } = frame.props
  const last = lastPlace(runs)
  if (last === null) return children
  const follow = (event: PointerEvent<SVGGElement>) => {
    const box = field.current!.getBoundingClientRect()
    const share = (event.clientX - box.left) / box.width
    const at = frame.placeAt(frame.left + share * (frame.right - frame.left))
    const next = stepNear(at, step, last)
    if (next !== hover) onHover(next)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the wrapper handles the keys, this only the pointer.
    <g
      onPointerDown={follow}
      onPointerMove={follow}
      onPointerLeave={(event) => event.pointerType !== 'touch' && onHover(null)}
      onMouseMove={(event) => event.stopPropagation()}
      onTouchMove={(event) => event.stopPropagation()}
    >
      <rect
        ref={field}
        className={styles.field}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
      />
      {children}
    </g>
  )
}
