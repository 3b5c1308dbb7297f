import { Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import css from './notice.module.css'

interface Props {
  children: ReactNode
  tone: 'info' | 'problem'
  dismissLabel: string
  onDismiss(): void
  action?: { label: string; onClick(): void }
}

/**
 * A line that says what happened and offers one action. Screen readers announce it once, and it never takes the focus.
 */
export function Notice({ children, tone, dismissLabel, onDismiss, action }: Props) {
  const Icon = tone === 'problem' ? TriangleAlert : Info
  return (
    <div className={css.notice} data-tone={tone}>
      <Icon className={css.icon} size={16} strokeWidth={1.5} aria-hidden="true" />
      <output className={css.text}>{children}</output>
      {action && (
        <div className={css.action}>
          <Button variant="outline" size="small" onClick={action.onClick}>
            {action.label}
          </Button>
        </div>
      )}
      <div className={css.dismiss}>
        <Button variant="icon" size="small" icon={<X />} aria-label={dismissLabel} onClick={onDismiss} />
      </div>
    </div>
  )
}
