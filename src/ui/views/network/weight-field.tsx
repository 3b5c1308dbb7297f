/** A weight as a number that a person can set: typed, or moved by the arrow keys. */
import { weight as weightText } from '../../../text/format.ts'
import { useTyped } from '../../kit/use-typed.ts'
import { useText } from '../../shared/app-context.tsx'
import css from './network.module.css'
import type { WeightEdits } from './use-weight-edits.ts'

/** No weight is further from 0 than this: float32 holds more, a network does not. */
const FURTHEST = 1e6
/** What an arrow key adds. */
const STEP = 0.1

interface Props {
  readonly value: number
  /** Whether it was set by hand. */
  readonly edited: boolean
  /** Which weight it is, for those who cannot see the list. */
  readonly label: string
  onSet(value: number): void
}

/** A weight of a network, to be set where it can be. */
export function Weight({
  at,
  weights,
  edits,
  label,
}: {
  /** Its place in the flat weights. */
  readonly at: number
  readonly weights: Float32Array
  readonly edits: WeightEdits | null
  readonly label: string
}) {
  const value = weights[at]!
  if (edits === null) return weightText(value)
  return (
    <WeightField value={value} edited={edits.isEdited(at)} label={label} onSet={(to) => edits.set(at, to)} />
  )
}

function WeightField({ value, edited, label, onSet }: Props) {
  const t = useText()
  const { field, problem } = useTyped({
    shown: weightText(value),
    limits: { low: -FURTHEST, high: FURTHEST, whole: false },
    onValue: onSet,
    onStep: (steps) => onSet(Number((value + STEP * steps).toFixed(6))),
  })
  return (
    <>
      <input
        {...field}
        className={css.weight}
        data-edited={edited}
        aria-label={label}
        title={edited ? t.time.edited(1) : t.inside.network.set}
      />
      {problem && (
        <span role="alert" className={css.problem}>
          {problem}
        </span>
      )}
    </>
  )
}
