import { later } from '../later.tsx'

export interface PanelProps {
  readonly onClose: () => void
  /** Whether the controls are in sight beside it. */
  readonly linked: boolean
}

export const loadPanel = () => import('./code-panel.tsx')

/** With its type face and all that writes programs. */
export const LazyPanel = later<PanelProps>(loadPanel)
