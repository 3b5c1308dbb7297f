import { useMemo } from 'react'
import styles from './curve-chart.module.css'
import { drawnCurves, drawnRules } from './drawn-lines.ts'
import type { Frame } from './frame.ts'
import { type Box, freePlace } from './free-place.ts'
import { textWidth } from './text-width.ts'

const HEIGHT = 12
/** Between a level and its name. */
const GAP = 3
/** Room between a name and what stands beside it. */
const CLEAR = 4
/** Places tried along a level, from its right end. */
const TRIES = 12

/** What guessing scores and what nothing can beat: dotted lines, named where the words cover no curve and no rule. */
export function Levels({ frame }: { frame: Frame }) {
  const { series, size, layout } = frame
  const { levels } = frame.props
  // The crosshair moves none of this, and a crowd of curves takes a while to look through. Axes follow the series.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame is new with every move of the crosshair
  const placed = useMemo(() => placedLevels(frame), [series, levels, size, layout])
  return placed.map(({ label, value, y, box }) => (
    <g key={`${label} ${value}`}>
      <line className={styles.level} x1={frame.left} x2={frame.right} y1={y} y2={y} />
      <text className={`${styles.tick} ${styles.halo}`} x={box.left + CLEAR} y={box.bottom - 2}>
        {label}
      </text>
    </g>
  ))
}

function placedLevels(frame: Frame) {
  const obstacles = [...drawnCurves(frame, frame.series), ...drawnRules(frame)]
  const shown = frame.props.levels.filter(({ value }) => frame.inside(value))
  return shown.map(({ label, value }) => {
    const y = frame.y(value)
    const box = freePlace(candidates(frame, y, textWidth(label, 11, 400)), obstacles, frame)
    obstacles.push([
      { x: box.left, y: box.top },
      { x: box.right, y: box.bottom },
    ])
    return { label, value, y, box }
  })
}

function candidates(frame: Frame, y: number, text: number): [Box, ...Box[]] {
  const width = text + 2 * CLEAR
  const stride = Math.max(0, frame.right - frame.left - width) / TRIES
  const at = (step: number, top: number): Box => {
    const right = frame.right - step * stride
    return { left: right - width, right, top, bottom: top + HEIGHT }
  }
  const above = y - GAP - HEIGHT
  const rest = Array.from({ length: TRIES + 1 }, (_, step) => [at(step, above), at(step, y + GAP)]).flat()
  return [at(0, above), ...rest]
}
