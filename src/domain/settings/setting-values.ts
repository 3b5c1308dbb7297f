/** Reading settings of an experiment, and putting them in. */
import type { Experiment } from '../experiment/experiment.ts'
import { defaultExperiment } from '../parsing/parse.ts'
import { SETTINGS, type SettingKey } from './settings.ts'

/** The defaults are read at every change of every control, so they are parsed only once. */
const defaults = defaultExperiment()

/** A setting's value, or its default where early stopping is off. */
export function settingOrDefault(experiment: Experiment, key: SettingKey): unknown {
  return settingValue(experiment, key) ?? settingValue(defaults, key)
}

/** A setting's value; undefined where the experiment has none, null for the patience of no early stopping. */
export function settingValue(experiment: Experiment, key: SettingKey): unknown {
  const [group, name] = SETTINGS[key].path
  const value = (experiment as Record<string, unknown>)[group]
  if (name === undefined) return value
  if (value === null) return key === 'patience' ? null : undefined
  return (value as Record<string, unknown>)[name]
}

/** The value as a link writes it; null where the experiment has no such setting. */
export function settingText(experiment: Experiment, key: SettingKey): string | null {
  const value = settingValue(experiment, key)
  return value === undefined ? null : SETTINGS[key].write(value)
}

/** As `putSetting`, from the text of a link; undefined if the text is unreadable. */
export function withSetting(experiment: object, key: SettingKey, text: string): object | undefined {
  const value = SETTINGS[key].read(text)
  return value === undefined ? undefined : putSetting(experiment, key, value)
}

/** The experiment as plain JSON with one setting put in, unchecked. A new data set or table takes its own default loss along. */
export function putSetting(experiment: object, key: SettingKey, value: unknown): object {
  const [group, name] = SETTINGS[key].path
  const plain = experiment as Record<string, unknown>
  if (name === undefined) return { ...plain, [group]: value }
  if (key === 'patience' && value === null) return { ...plain, earlyStopping: null }
  const next = { ...plain, [group]: { ...((plain[group] as object | null) ?? {}), [name]: value } }
  return key === 'data' || key === 'rows' ? { ...next, loss: undefined } : next
}
