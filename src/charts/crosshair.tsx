import { type PointerEvent, type ReactNode, useRef } from 'react'
import { coloursOf, isGrey } from './colour.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { lastPlace, stepNear } from './keyboard.ts'
import { placeLabels } from './label-placement.ts'
import { pointAt } from './series.ts'
import { textWidth } from './text-width.ts'

const PILL_HEIGHT = 20
/** Room that the values need beside the line. */
const VALUE_ROOM = 56

/** One line through all stacked charts, with the value of each curve beside its dot. */
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
    if (isGrey(run)) return []
    const point = pointAt(points, hover)
    if (point === null) return []
    const colours = coloursOf(run)
    const both = [
      {
        key: `${run.id} v`,
        y: point.validation,
        value: point.rawValidation,
        fill: colours.validation,
        text: colours.validationText,
      },
      {
        key: `${run.id} t`,
        y: point.train,
        value: point.rawTrain,
        fill: colours.train,
        text: colours.trainText,
      },
    ]
    return both.slice(0, frame.single === null ? 1 : 2).flatMap((mark) => {
      if (mark.y === null || mark.value === null) return []
      return [
        { ...mark, x: frame.x(point.x), y: frame.y(mark.y), words: frame.props.labels.value(mark.value) },
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
        const flip = x + VALUE_ROOM > frame.right
        return (
          <text
            key={key}
            className={`${styles.value} ${styles.halo}`}
            x={x + (flip ? -9 : 9)}
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

/** Takes the pointer before Recharts does, whose own tooltip state nobody reads. `children` lie over it. */
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the wrapper takes the keys, this only the pointer
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
