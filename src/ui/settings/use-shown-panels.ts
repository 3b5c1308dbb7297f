import { useShallow } from 'zustand/react/shallow'
import { PANELS, type Panel } from '../../domain/settings/settings.ts'
import { useAppState } from '../shared/app-context.tsx'
import { panelSettings } from './panels.ts'

/** The panels that a teacher leaves something in. That of the data also explains them, and always stays. */
export function useShownPanels(): readonly Panel[] {
  return useAppState(
    useShallow(({ view: { hide } }) =>
      PANELS.filter(
        (panel) => panel === 'data' || panelSettings(panel).some((setting) => !hide.includes(setting)),
      ),
    ),
  )
}
