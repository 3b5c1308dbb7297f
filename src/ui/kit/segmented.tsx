import { useId } from 'react'
import { FixedWidthLabel } from './fixed-width-label.tsx'
import css from './segmented.module.css'

interface Props<T extends string> {
  label: string
  /** null where none is chosen. */
  value: T | null
  options: readonly { value: T; label: string; title?: string }[]
  onChange(value: NoInfer<T>): void
  size?: 'small' | 'normal'
  hideLabel?: boolean
}

/** A choice of at most five options on one line. It fills a block, and shrinks to its words in a flex row. */
export function Segmented<T extends string>(props: Props<T>) {
  const { label, value, options, onChange, size = 'normal', hideLabel = false } = props
  const id = useId()
  return (
    <div className={css.group} role="radiogroup" aria-labelledby={id}>
      <span className={css.label} id={id} hidden={hideLabel}>
        {label}
      </span>
      <div className={css.track} data-size={size} data-many={options.length > 3}>
        {options.map((option) => (
          <label key={option.value} className={css.option} title={option.title}>
            <input
              type="radio"
              className={css.input}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <FixedWidthLabel>{option.label}</FixedWidthLabel>
          </label>
        ))}
      </div>
    </div>
  )
}
