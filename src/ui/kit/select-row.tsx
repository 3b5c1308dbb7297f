import { ChevronDown } from 'lucide-react'
import { describedBy, Row } from './row.tsx'
import css from './select-row.module.css'

interface Props<T extends string> {
  id: string
  label: string
  value: T
  baseline: T
  options: readonly { value: T; label: string }[]
  onChange(value: NoInfer<T>): void
  undoLabel: string
  hint?: string
  problem?: string | null
  disabled?: boolean
}

export function SelectRow<T extends string>(props: Props<T>) {
  const { id, label, value, baseline, options, onChange, undoLabel, hint, problem, disabled = false } = props
  return (
    <Row
      label={label}
      htmlFor={id}
      changed={value !== baseline}
      undoLabel={undoLabel}
      onUndo={() => onChange(baseline)}
      disabled={disabled}
      hint={hint}
      problem={problem}
    >
      <div className={css.box}>
        <select
          id={id}
          className={css.select}
          value={value}
          disabled={disabled}
          aria-invalid={Boolean(problem)}
          aria-describedby={describedBy(id, hint, problem)}
          onChange={(event) => {
            const chosen = options[event.target.selectedIndex]
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={css.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
      </div>
    </Row>
  )
}
