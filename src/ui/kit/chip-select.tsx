import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './chip-select.module.css'

interface Props {
  /** The name of the choice; it is written before the value where there is room. */
  label: string
  /** The chosen value, which may be shorter than in the list. */
  shown: string
  title: string
  value: string
  onChange(value: string): void
  /** The options, unabbreviated. */
  children: ReactNode
}

/**
 * A choice within a line of text: its name, its value and the mark of a menu. The browser's own select lies over it.
 */
export function ChipSelect({ label, shown, title, value, onChange, children }: Props) {
  return (
    <span className={css.chip} title={title}>
      <span className={css.label} data-chip-label aria-hidden>
        {label}
      </span>
      <span aria-hidden>{shown}</span>
      <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
      <select
        aria-label={label}
        aria-description={title}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </span>
  )
}
