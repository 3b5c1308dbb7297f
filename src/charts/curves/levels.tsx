import { useMemo } from 'react'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'
import { CLEAR, type PlacedLevel, placedLevels } from './level-places.ts'

/** The positions of the levels within the axis, and of their names. */
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
