import { useMemo } from 'react'
import { type Box, crosses, freePlace } from '../kit/free-place.ts'
import type { Point } from '../kit/paths.ts'
import { textWidth } from '../kit/text-width.ts'
import type { Level } from '../kit/types.ts'
import styles from './curve-chart.module.css'
import { drawnCurves, drawnRules, drawnTethers } from './drawn-lines.ts'
import type { Frame } from './frame.ts'

const HEIGHT = 12
/** The space between a level and its name. */
const GAP = 3
/** The space between a name and what is beside it. */
const CLEAR = 4
/** The number of places tried along a level, from its right end. */
const TRIES = 12
const TURNS = 9
const MOST_OF_IT = 0.6

interface PlacedLevel extends Pick<Level, 'label' | 'short' | 'hint'> {
  /** The y of the level; null for a remark about what lies below the axis. */
  readonly value: number | null
  readonly y: number
  /** The name as it is written. */
  readonly name: string
  /** The box of its name; null where there is no room for one. */
  readonly box: Box | null
}

/** The positions of the levels within the axis, and of their names, which should cover no curve and no rule. */
export function usePlacedLevels(frame: Frame): readonly PlacedLevel[] {
  const { series, size, layout, below } = frame
  const { levels } = frame.props
  // A frame is new with every move of the crosshair, which moves no level; placing the names among many
  // curves takes a while. Scales are known after the series.
  const scales = [frame.x(0), frame.x(1), ...levels.map(({ value }) => frame.y(value))].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame is new with every move of the crosshair
  return useMemo(() => placedLevels(frame), [series, levels, size, layout, scales, below])
}

interface LevelsProps {
  readonly placed: readonly PlacedLevel[]
}

/** Draws the levels as dashed lines across the plot: the score of the best constant answer, and what no model can beat. */
export function Levels({ frame, placed }: LevelsProps & { frame: Frame }) {
  return placed.map(({ label, value, y }) =>
    value === null ? null : (
      <line
        key={`${label} ${value}`}
        className={styles.level}
        x1={frame.left}
        x2={frame.right}
        y1={y}
        y2={y}
      />
    ),
  )
}

/** Their names, and the remark about what lies below the axis: over the curves, because a growing one may come to a name. */
export function LevelNames({ placed }: LevelsProps) {
  return placed.map(({ label, name, value, box }) =>
    box === null ? null : (
      <text
        key={`${label} ${value}`}
        className={`${styles.tick} ${styles.halo}`}
        x={box.left + CLEAR}
        y={box.bottom - 2}
      >
        {name}
      </text>
    ),
  )
}

/** The explanations of the names, over the curves, for people who point at a name. */
export function LevelHints({ placed }: LevelsProps) {
  return placed.map(({ label, value, box, hint }) =>
    box === null || hint === undefined ? null : (
      <rect
        key={`${label} ${value}`}
        className={styles.hint}
        x={box.left}
        y={box.top}
        width={box.right - box.left}
        height={box.bottom - box.top}
      >
        <title>{`${label}. ${hint}`}</title>
      </rect>
    ),
  )
}

type Unplaced = Omit<PlacedLevel, 'name' | 'box'>

/** A name may cover a curve where there is no other place, but never another name. */
function placedLevels(frame: Frame): readonly PlacedLevel[] {
  const drawn = [...drawnCurves(frame, frame.series), ...drawnTethers(frame), ...drawnRules(frame)]
  const names: Point[][] = []
  const shown: Unplaced[] = frame.props.levels
    .filter(({ value }) => frame.inside(value))
    .map((level) => ({ ...level, y: frame.y(level.value) }))
  const foot: Unplaced[] = frame.below === null ? [] : [{ label: frame.below, value: null, y: frame.bottom }]
  return [...foot, ...shown].map((level): PlacedLevel => {
    const { label, short = label } = level
    // The whole name if it covers nothing, else the short one, which may cover a curve but no other name.
    const tries: readonly (readonly [string, readonly Point[][]])[] = [
      [label, [...drawn, ...names]],
      [short, [...drawn, ...names]],
      [short, names],
    ]
    for (const [name, lines] of tries) {
      const box = freePlace(candidates(frame, level.y, textWidth(name, 11, 400)), lines, frame)
      if (lines.some((line) => crosses(box, line))) continue
      names.push(zigzag(box))
      return { ...level, name, box }
    }
    return { ...level, name: short, box: null }
  })
}

/**
 * A polyline that stands for a box: it goes up and down through the box, so that whatever reaches into it crosses it.
 */
function zigzag({ left, right, top, bottom }: Box): Point[] {
  return Array.from({ length: TURNS + 1 }, (_, i) => ({
    x: left + ((right - left) * i) / TURNS,
    y: i % 2 === 0 ? top : bottom,
  }))
}

/**
 * The x at which names of curves begin on the plot, once the longest curve has come most of the way; else the end of
 * the plot.
 */
function rightEnd({ series, x, left, right }: Frame): number {
  const end = Math.max(left, ...series.map(({ points }) => x(points.at(-1)?.x ?? 0)))
  return end - left > MOST_OF_IT * (right - left) ? Math.min(end, right) : right
}

function candidates(frame: Frame, y: number, text: number): [Box, ...Box[]] {
  const width = text + 2 * CLEAR
  const end = rightEnd(frame)
  const stride = Math.max(0, end - frame.left - width) / TRIES
  const at = (step: number, top: number): Box => {
    const right = end - step * stride
    return { left: right - width, right, top, bottom: top + HEIGHT }
  }
  const above = y - GAP - HEIGHT
  const rest = Array.from({ length: TRIES + 1 }, (_, step) => [at(step, above), at(step, y + GAP)]).flat()
  return [at(0, above), ...rest]
}
