import css from './fixed-width-label.module.css'

/** A word that always takes the width of its bold form, so that choosing it never moves its neighbours. */
export function FixedWidthLabel({ children }: { children: string }) {
  return (
    <span>
      {children}
      <span className={css.room} data-word={children} aria-hidden="true" />
    </span>
  )
}
