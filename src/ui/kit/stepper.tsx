import { Minus, Plus, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import css from './stepper.module.css'
import { useHold } from './use-hold.ts'
import { useTyped } from './use-typed.ts'

export interface StepperProps {
  label: string
  value: number
  min: number
  max: number
  /** Each press goes to the next multiple of this, counted from zero, within min and max. */
  step: number
  onChange(value: number): void
  decreaseLabel: string
  increaseLabel: string
  id?: string
  describedBy?: string | undefined
  disabled?: boolean
  /** The edge of the stepper with which the message is flush; the first by default. */
  problemAt?: 'start' | 'end'
}

/** A whole number between a minus and a plus button, typed or stepped; holding a button repeats. */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, step, onChange, disabled = false } = props
  const moveTo = (next: number) => {
    const kept = Math.min(max, Math.max(min, next))
    if (kept !== value && !disabled) onChange(kept)
  }
  const move = (steps: number) => {
    const at = value / step
    moveTo(((steps > 0 ? Math.floor(at) : Math.ceil(at)) + steps) * step)
  }
  const problemId = useId()
  const { field, problem } = useTyped({
    shown: String(value),
    limits: { low: min, high: max, whole: true },
    onValue: moveTo,
    onStep: move,
  })
  const decrease = useHold(() => move(-1))
  const increase = useHold(() => move(1))

  return (
    <div className={css.stepper}>
      <button
        type="button"
        className={css.button}
        aria-label={props.decreaseLabel}
        aria-disabled={disabled || value <= min}
        {...decrease}
      >
        <Minus size={12} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <input
        {...field}
        id={props.id}
        className={css.field}
        role="spinbutton"
        inputMode="numeric"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-describedby={[problem && problemId, props.describedBy].filter(Boolean).join(' ') || undefined}
        disabled={disabled}
      />
      <button
        type="button"
        className={css.button}
        aria-label={props.increaseLabel}
        aria-disabled={disabled || value >= max}
        {...increase}
      >
        <Plus size={12} strokeWidth={1.5} aria-hidden="true" />
      </button>
      {problem && (
        <p className={css.problem} id={problemId} role="alert" data-at={props.problemAt ?? 'start'}>
          <TriangleAlert size={12} aria-hidden="true" />
          {problem}
        </p>
      )}
    </div>
  )
}
