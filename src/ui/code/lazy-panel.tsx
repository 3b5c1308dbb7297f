import { lazy } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from '../lab-context.tsx'
import css from './column.module.css'

export interface PanelProps {
  readonly onClose: () => void
  /** Whether the controls are in sight beside it. */
  readonly linked: boolean
}

export const loadPanel = () => import('./code-panel.tsx')

/** Fetched when first asked for, with its type face and all that writes programs. */
export const LazyPanel = lazy(() => loadPanel().catch(() => ({ default: NotLoaded })))

function NotLoaded({ onClose }: PanelProps) {
  const t = useText()
  return (
    <div className={css.failed} role="alert">
      <p>{t.drawer.failed}</p>
      <Button variant="outline" onClick={onClose}>
        {t.drawer.close}
      </Button>
    </div>
  )
}
