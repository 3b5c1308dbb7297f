import { dataSet } from '../domain/data/registry.ts'
import type { DataSettings } from '../domain/experiment/experiment.ts'
import type { SettingKey } from '../domain/settings/settings.ts'

/** The setting that a line with the noise says: none where the set has no noise, and no control of it. */
export function noiseSettings(data: DataSettings): readonly SettingKey[] {
  const set = dataSet(data)
  return set.kind === 'generated' && set.noise === 'none' ? [] : ['noise']
}
