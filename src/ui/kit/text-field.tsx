import type { ComponentProps } from 'react'
import css from './text-field.module.css'

interface Props extends ComponentProps<'input'> {
  readonly label: string
  /** A sentence below the field. */
  readonly hint?: string
}

/** A line of free text under its name. */
export function TextField({ label, hint, ...input }: Props) {
  return (
    <label className={css.label}>
      {label}
      <input className={css.input} {...input} />
      {hint && <small>{hint}</small>}
    </label>
  )
}
