/** The settings that a presentation and an embedded page have as controls. */
import { useState } from 'react'
import { changes } from '../../domain/settings/changes.ts'
import { PRESENTED_AT_MOST, PRESENTED_SETTINGS } from '../../domain/settings/presented.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { AppState } from '../../store/state.ts'
import { useAppContext, useAppState } from './app-context.tsx'

/** The remedies against overfitting, which most lectures come to. */
const USUAL: readonly SettingKey[] = ['dropout', 'l2', 'train']

/** Those in their places, and all that could stand there. What a link hides is in neither. */
export function usePresentedSettings() {
  const { app } = useAppContext()
  const chosen = useAppState(({ view }) => view.presented)
  const hide = useAppState(({ view }) => view.hide)
  // They stay what they were when they were first shown, whatever is changed since.
  const [first] = useState(() => firstSettings(app.store.getState()))
  const shown = (key: SettingKey) => !hide.includes(key)
  return { settings: (chosen ?? first).filter(shown), choices: PRESENTED_SETTINGS.filter(shown) }
}

/**
 * What differs from the experiment that a person began with comes first: it is what the lecture is about. What is compared
 * in several values is no control.
 */
function firstSettings({ draft, baseline, view }: AppState): readonly SettingKey[] {
  const changed = changes(baseline, draft.experiment).map(({ key }) => key)
  const wanted = [...changed, ...USUAL].filter(
    (key) =>
      PRESENTED_SETTINGS.includes(key) && !view.hide.includes(key) && key !== draft.comparison?.setting,
  )
  return [...new Set(wanted)].slice(0, PRESENTED_AT_MOST)
}
