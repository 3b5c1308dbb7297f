/** Thumbnails show what kind of data a set has; they have no axes to read numbers from. */

import type { Extent, Shape } from '../../domain/data/registry.ts'
import type { RawSamples } from '../../domain/data/samples.ts'
import css from './about-data.module.css'

const SIDE = 96
const WIDE = 160

interface Points {
  readonly samples: RawSamples
  readonly extent: Extent
  readonly classes: readonly string[]
}

/** Samples of one or two inputs, or a series as a line. */
export function Scatter({ label, ...what }: { label: string } & (Points | { series: ArrayLike<number> })) {
  if ('series' in what) return <Series label={label} values={what.series} />
  const { samples, extent } = what
  const size = samples.inputs.length / samples.count
  const along = (value: number, axis: number) => {
    const [low, high] = extent[axis]!
    return ((value - low) / (high - low)) * SIDE
  }
  const points = Array.from(samples.targets, (target, i) => ({
    x: along(samples.inputs[i * size]!, 0),
    y: SIDE - along(size === 2 ? samples.inputs[i * size + 1]! : target, 1),
    target,
  }))
  return (
    <svg
      className={css.plot}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      width={SIDE}
      height={SIDE}
      role="img"
      aria-label={label}
    >
      {points.map(({ x, y, target }, i) => (
        <Mark
          key={i}
          {...{ x, y, target }}
          kind={size === 1 ? 'plain' : what.classes.length > 0 ? 'class' : 'level'}
        />
      ))}
    </svg>
  )
}

interface MarkProps {
  readonly x: number
  readonly y: number
  readonly target: number
  readonly kind: 'plain' | 'class' | 'level'
}

/** A class is drawn in its colour and its shape; a number is fainter the nearer it is to zero. */
function Mark({ x, y, target, kind }: MarkProps) {
  if (kind === 'plain') return <circle cx={x} cy={y} r={1.75} className={css.plain} />
  if (kind === 'level')
    return (
      <circle
        cx={x}
        cy={y}
        r={2}
        className={target < 0 ? css.classA : css.classB}
        opacity={0.15 + 0.85 * Math.min(1, Math.abs(target))}
      />
    )
  return target === 0 ? (
    <circle cx={x} cy={y} r={2} className={css.classA} />
  ) : (
    <rect x={x - 1.75} y={y - 1.75} width={3.5} height={3.5} className={css.classB} />
  )
}

function Series({ label, values }: { label: string; values: ArrayLike<number> }) {
  const list = Array.from(values)
  const top = Math.max(...list)
  const line = list
    .map(
      (value, i) => `${((i / (list.length - 1)) * WIDE).toFixed(1)},${(47 - (value / top) * 46).toFixed(1)}`,
    )
    .join(' ')
  return (
    <svg
      className={css.plot}
      viewBox={`0 0 ${WIDE} 48`}
      width={WIDE}
      height={48}
      role="img"
      aria-label={label}
    >
      <polyline points={line} className={css.line} />
    </svg>
  )
}

interface StepsProps {
  readonly label: string
  readonly samples: RawSamples
  readonly shape: Shape & { readonly kind: 'sequence' }
}

const CELL = 8

/**
 * Sequences are drawn one under another, time to the right, with a row for each number of a step: a larger number is
 * darker.
 */
export function Steps({ label, samples, shape: { steps, features } }: StepsProps) {
  const band = features * CELL + CELL
  const cells = Array.from(samples.inputs, (value, at) => {
    const step = Math.floor(at / features)
    const sequence = Math.floor(step / steps)
    return { x: (step % steps) * CELL, y: sequence * band + (at % features) * CELL, value }
  })
  const height = samples.count * band - CELL
  return (
    <svg
      className={css.plot}
      viewBox={`0 0 ${steps * CELL} ${height}`}
      width={WIDE}
      height={Math.min(SIDE, (WIDE * height) / (steps * CELL))}
      role="img"
      aria-label={label}
    >
      {cells.map(({ x, y, value }) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={CELL}
          height={CELL}
          className={css.plain}
          opacity={Math.min(1, Math.abs(value))}
        />
      ))}
    </svg>
  )
}
