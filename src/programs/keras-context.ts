import type { Experiment } from '../domain/experiment/experiment.ts'
import { settingValue } from '../domain/settings/setting-values.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { AxisKey } from '../domain/sweep/sweep.ts'
import { python } from './python.ts'

/** An experiment on its way into Python. */
export interface Context {
  readonly experiment: Experiment
  /** A setting as an expression: its value, or what a sweep of it calls it. */
  readonly value: (key: SettingKey) => string
  /** What a sweep calls the setting; null where it has one value. */
  readonly swept: (key: AxisKey) => string | null
}

/** Expressions of settings that differ from run to run, such as `config["lr"]`. */
export type Swept = Partial<Record<AxisKey, string>>

export function context(experiment: Experiment, swept: Swept = {}): Context {
  return {
    experiment,
    value: (key) => swept[key] ?? python(settingValue(experiment, key)),
    swept: (key) => swept[key] ?? null,
  }
}
