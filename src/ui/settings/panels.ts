/** Which settings belong to each panel: they decide its changed dot, and the tabs on a phone. */
import { type Panel, SETTING_KEYS, SETTINGS, type SettingKey } from '../../domain/settings/settings.ts'

export function panelSettings(panel: Panel): readonly SettingKey[] {
  return SETTING_KEYS.filter((key) => SETTINGS[key].panel === panel)
}

/** These settings are under "More settings". */
export function foldedSettings(panel: Panel): readonly SettingKey[] {
  return panelSettings(panel).filter((key) => SETTINGS[key].folded)
}
