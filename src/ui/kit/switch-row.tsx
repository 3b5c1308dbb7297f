import { describedBy, Row } from './row.tsx'
import { SwitchInput } from './switch.tsx'
import css from './switch-row.module.css'

interface Props {
  id: string
  label: string
  checked: boolean
  baseline: boolean
  onChange(checked: boolean): void
  undoLabel: string
  hint?: string | undefined
  disabled?: boolean
}

export function SwitchRow(props: Props) {
  const { id, label, checked, baseline, onChange, undoLabel, hint, disabled = false } = props
  return (
    <div className={css.wide}>
      <Row
        label={label}
        htmlFor={id}
        changed={checked !== baseline}
        undoLabel={undoLabel}
        onUndo={() => onChange(baseline)}
        disabled={disabled}
        hint={hint}
      >
        <SwitchInput
          id={id}
          checked={checked}
          onChange={onChange}
          disabled={disabled}
          aria-describedby={describedBy(id, hint)}
        />
      </Row>
    </div>
  )
}
