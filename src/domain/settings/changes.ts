/** What differs between two experiments, setting by setting. */
import type { Experiment } from '../experiment/experiment.ts'
import { defaultExperiment } from '../parsing/parse.ts'
import { settingText } from './setting-values.ts'
import { SETTING_KEYS, type SettingKey } from './settings.ts'

const defaults = defaultExperiment()

/** What a person drew or read in belongs to the set that shows it; beside another it is kept and says nothing. */
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
 * What differs between two experiments, as links would write it. What early stopping would be told counts as its
 * default while it is off, so that switching it on is one change, not five.
 */
export function changes(from: Experiment, to: Experiment): Change[] {
  const text = (experiment: Experiment, key: SettingKey) =>
    settingText(experiment, key) ?? settingText(defaults, key) ?? ''
  return SETTING_KEYS.filter((key) => carried(to, key))
    .map((key) => ({ key, from: text(from, key), to: text(to, key) }))
    .filter((change) => change.from !== change.to)
}
