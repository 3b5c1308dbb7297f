import { settingOrDefault, settingText } from '../../domain/settings/setting-values.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { problemText } from '../../text/problems.ts'
import { useActions, useAppState, useText } from './app-context.tsx'

/** One setting of the draft, as its control needs it. While early stopping is off, its settings show their defaults. */
export function useSetting<T>(key: SettingKey) {
  const t = useText()
  const actions = useActions()
  const value = useAppState(({ draft }) => settingOrDefault(draft.experiment, key)) as T
  const baseline = useAppState((state) => settingOrDefault(state.baseline, key)) as T
  const hidden = useAppState(({ view }) => view.hide.includes(key))
  const problem = useAppState(({ refused }) => refused[key])
  const comparison = useAppState(({ draft }) =>
    draft.comparison?.setting === key ? draft.comparison.entries.length : 0,
  )
  return {
    id: `setting-${key}`,
    label: t.setting[key].name,
    undoLabel: t.undo(t.setting[key].name),
    hint: t.settingHints[key],
    value,
    baseline,
    hidden,
    /** The number of values that a comparison trains instead of this one; 0 if none. */
    comparison,
    problem: problem ? problemText(problem, t) : null,
    onChange: (next: T) => actions.edit(key, next),
  }
}

/** The number of these settings that differ from the baseline. */
export function useChanged(keys: readonly SettingKey[]): boolean {
  return useAppState(({ draft, baseline }) =>
    keys.some((key) => settingText(draft.experiment, key) !== settingText(baseline, key)),
  )
}
