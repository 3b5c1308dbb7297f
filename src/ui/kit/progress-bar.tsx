import css from './progress-bar.module.css'

interface Props {
  readonly label: string
  readonly value: number
  readonly max: number
}

/** A plain progress bar. */
export function ProgressBar({ label, value, max }: Props) {
  return (
    <div
      className={css.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <i style={{ width: `${(100 * value) / Math.max(1, max)}%` }} />
    </div>
  )
}
