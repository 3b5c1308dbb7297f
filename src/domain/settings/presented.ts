import type { SettingKey } from './settings.ts'

/** The settings that can be controls of a presentation and of an embedded page: those whose control is a line. */
export const PRESENTED_SETTINGS: readonly SettingKey[] = [
  'train',
  'noise',
  'label-noise',
  'dropout',
  'l1',
  'l2',
  'optimizer',
  'loss',
  'lr',
  'batch',
  'epochs',
  'patience',
]

/** So many stand there at a time. */
export const PRESENTED_AT_MOST = 3
