/** What differs between two experiments, setting by setting. */
import type { Experiment } from '../experiment/experiment.ts'
import { defaultExperiment } from '../parsing/parse.ts'
import { settingText } from './setting-values.ts'
import { SETTING_KEYS, type SettingKey } from './settings.ts'

const defaults = defaultExperiment()

/**
 * Drawn points and tables count only with the data set that shows them; another set keeps them unchanged and
 * unused.
 */
function carried({ data }: Experiment, key: SettingKey): boolean {
  if (key === 'points') return data.set === 'drawn'
  return key !== 'rows' || data.set === 'rows'
}

export interface Change {
  readonly key: SettingKey
  readonly from: string
  readonly to: string
}

/**
 * Lists what differs between two experiments, with values as links write them. While early stopping is off,
 * its settings count as having their defaults, so that switching it on is one change and not five.
 */
export function changes(from: Experiment, to: Experiment): Change[] {
  const text = (experiment: Experiment, key: SettingKey) =>
    settingText(experiment, key) ?? settingText(defaults, key) ?? ''
  return SETTING_KEYS.filter((key) => carried(to, key))
    .map((key) => ({ key, from: text(from, key), to: text(to, key) }))
    .filter((change) => change.from !== change.to)
}
