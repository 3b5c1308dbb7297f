import { type ComponentProps, useId } from 'react'
import css from './switch.module.css'

interface Props {
  label: string
  checked: boolean
  onChange(checked: boolean): void
  hideLabel?: boolean
  disabled?: boolean
}

interface InputProps extends Omit<ComponentProps<'input'>, 'type' | 'role' | 'onChange'> {
  checked: boolean
  onChange(checked: boolean): void
}

/** A switch without a label, for a row that has one. */
export function SwitchInput({ onChange, ...rest }: InputProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      aria-checked={rest.checked}
      className={css.input}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

export function Switch({ label, checked, onChange, hideLabel = false, disabled = false }: Props) {
  const id = useId()
  return (
    <label className={css.switch} htmlFor={id}>
      {!hideLabel && <span>{label}</span>}
      <SwitchInput
        id={id}
        checked={checked}
        onChange={onChange}
        disabled={disabled}
        {...(hideLabel && { 'aria-label': label, title: label })}
      />
    </label>
  )
}
