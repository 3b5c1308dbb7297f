import { Undo2 } from 'lucide-react'
import css from './changed.module.css'

/**
 * The yellow dot that marks a value as different from the baseline. It is decorative: words beside it must say the
 * same.
 */
export function ChangedDot() {
  return <span className={css.dot} aria-hidden="true" />
}

export interface ChangedProps {
  label: string
  changed: boolean
  undoLabel: string
  onUndo(): void
  /** The id of the control. The label itself gets the id `${htmlFor}-label`. */
  htmlFor: string
  disabled?: boolean
}

/** The left end of every row: the label, and for a changed value a dot in the gutter, bold type and an undo arrow. */
export function Changed({ label, changed, undoLabel, onUndo, htmlFor, disabled = false }: ChangedProps) {
  return (
    <div className={css.head} data-changed={changed} data-disabled={disabled}>
      {changed && (
        <span className={css.gutter}>
          <ChangedDot />
        </span>
      )}
      <label className={css.label} id={`${htmlFor}-label`} htmlFor={htmlFor}>
        {label}
      </label>
      {changed && !disabled && (
        <button type="button" className={css.undo} aria-label={undoLabel} title={undoLabel} onClick={onUndo}>
          <Undo2 size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
