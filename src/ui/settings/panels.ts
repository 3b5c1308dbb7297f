/** Which settings belong to each panel: they decide its changed dot, and the tabs on a phone. */
import { OPTIMIZER_SETTINGS } from '../../domain/experiment/optimizers.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'

export const PANELS = ['data', 'model', 'regularization', 'optimizer', 'stopping'] as const
export type Panel = (typeof PANELS)[number]

const shown: Record<Panel, readonly SettingKey[]> = {
  data: ['data', 'points', 'rows', 'length', 'train', 'validation', 'test', 'noise', 'label-noise'],
  model: ['model', 'blocks', 'layers', 'activation'],
  regularization: ['dropout', 'l1', 'l2', 'proximal'],
  optimizer: ['loss', 'optimizer', 'lr', 'batch'],
  stopping: ['epochs', 'patience', 'restore-best'],
}

/** These settings are under "More settings". */
export const folded: Record<Panel, readonly SettingKey[]> = {
  data: ['label-noise-in', 'features', 'degree', 'standardize', 'seed-data'],
  model: ['kernel', 'init', 'seed-weights'],
  regularization: [],
  optimizer: [
    ...OPTIMIZER_SETTINGS,
    ...(['clip-norm', 'schedule', 'decay-rate', 'decay-every', 'shuffle', 'seed-training'] as const),
  ],
  stopping: ['monitor', 'min-delta', 'start-from'],
}

export function panelSettings(panel: Panel): readonly SettingKey[] {
  return [...shown[panel], ...folded[panel]]
}
