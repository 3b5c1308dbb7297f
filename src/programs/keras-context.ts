import type { Experiment } from '../domain/experiment/experiment.ts'
import { settingValue } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { AxisKey } from '../domain/sweep/sweep.ts'
import { python } from './python.ts'

/** What the lines of a Keras program are made from. */
export interface Context {
  readonly experiment: Experiment
  /** A setting as a Python expression: its value, or the name under which a sweep passes it. */
  readonly value: (key: SettingKey) => string
  /** The expression by which a sweep passes the setting; null if the setting has one value. */
  readonly swept: (key: AxisKey) => string | null
}

/** The settings that differ from run to run, as expressions such as `config["lr"]`. */
export type Swept = Partial<Record<AxisKey, string>>

export function context(experiment: Experiment, swept: Swept = {}): Context {
  return {
    experiment,
    value: (key) => swept[key] ?? python(settingValue(experiment, key)),
    swept: (key) => swept[key] ?? null,
  }
}
