import type { KeyboardEvent } from 'react'
import { ChangedDot } from './changed.tsx'
import { FixedWidthLabel } from './fixed-width-label.tsx'
import css from './tabs.module.css'

interface Props<T extends string> {
  /**
   * Tabs have the ids `${id}-tab-${value}`; give the panel the id `${id}-panel-${value}`, role tabpanel and that tab as
   * its label.
   */
  id: string
  label: string
  value: T
  options: readonly { value: T; label: string; changed?: boolean }[]
  onChange(value: NoInfer<T>): void
  /** Screen readers read this after a tab with a dot. */
  changedLabel?: string
}

export function Tabs<T extends string>({ id, label, value, options, onChange, changedLabel }: Props<T>) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = options.findIndex((option) => option.value === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    const next = to === undefined ? undefined : options.at(to % options.length)
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    document.getElementById(`${id}-tab-${next.value}`)?.focus()
  }

  return (
    <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => {
        const selected = option.value === value
        return (
          <button
            key={option.value}
            type="button"
            role="tab"
            className={css.tab}
            id={`${id}-tab-${option.value}`}
            aria-selected={selected}
            aria-controls={selected ? `${id}-panel-${option.value}` : undefined}
            aria-description={option.changed ? changedLabel : undefined}
            tabIndex={selected ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            <FixedWidthLabel>{option.label}</FixedWidthLabel>
            {option.changed && (
              <span className={css.dot}>
                <ChangedDot />
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}
