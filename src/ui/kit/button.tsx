import type { ComponentProps, ReactNode } from 'react'
import css from './button.module.css'

interface Common extends ComponentProps<'button'> {
  icon?: ReactNode
  /** A small button is 28 pixels high, for a list or a sentence. */
  size?: 'small' | 'normal'
}

interface WithText extends Common {
  variant: 'primary' | 'plain' | 'outline'
  /** The key that does the same as the button, such as "space". */
  keys?: string
}

interface IconOnly extends Common {
  variant: 'icon'
  icon: ReactNode
  'aria-label': string
  keys?: never
  children?: never
}

export type ButtonProps = WithText | IconOnly

export function Button({ variant, icon, keys, size = 'normal', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      title={variant === 'icon' ? rest['aria-label'] : undefined}
      {...rest}
      className={[css.button, rest.className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
    >
      {icon && (
        <span className={css.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
      {keys && (
        <span className={css.keys} data-keys aria-hidden="true">
          {keys}
        </span>
      )}
    </button>
  )
}
