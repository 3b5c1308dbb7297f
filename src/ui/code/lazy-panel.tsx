import { lazyPart } from '../shared/lazy.tsx'
import type { PanelProps } from './code-panel.tsx'

export const loadPanel = () => import('./code-panel.tsx')

/** With its type face and all that writes programs. */
export const LazyPanel = lazyPart<PanelProps>(loadPanel)
