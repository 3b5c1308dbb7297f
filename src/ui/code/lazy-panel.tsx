import { lazyPart } from '../shared/lazy.tsx'
import type { PanelProps } from './code-panel.tsx'

export const loadPanel = () => import('./code-panel.tsx')

/** The panel is fetched together with its typeface and all the code that writes programs. */
export const LazyPanel = lazyPart<PanelProps>(loadPanel)
