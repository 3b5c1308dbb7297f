import { Dices } from 'lucide-react'
import css from './number-row.module.css'
import { describedBy, Row } from './row.tsx'
import { Stepper } from './stepper.tsx'

interface Props {
  id: string
  label: string
  value: number
  baseline: number
  min: number
  max: number
  /** The step; 1 by default. */
  step?: number
  onChange(value: number): void
  undoLabel: string
  decreaseLabel: string
  increaseLabel: string
  /** Puts another number there, such as a new seed. */
  action?: { label: string; onClick(): void }
  hint?: string | undefined
  disabled?: boolean
}

export function NumberRow(props: Props) {
  const { id, label, value, baseline, undoLabel, action, hint, disabled = false, ...rest } = props
  return (
    <Row
      label={label}
      htmlFor={id}
      changed={value !== baseline}
      undoLabel={undoLabel}
      onUndo={() => rest.onChange(baseline)}
      disabled={disabled}
      hint={hint}
    >
      <div className={css.line}>
        {action && (
          <button type="button" className={css.action} onClick={action.onClick} disabled={disabled}>
            <Dices size={14} strokeWidth={1.5} aria-hidden="true" />
            {action.label}
          </button>
        )}
        <div className={css.stepper}>
          <Stepper
            {...rest}
            value={value}
            step={rest.step ?? 1}
            id={id}
            label={label}
            disabled={disabled}
            describedBy={describedBy(id, hint)}
            problemAt="end"
          />
        </div>
      </div>
    </Row>
  )
}
