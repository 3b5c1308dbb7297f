/** Which settings each panel answers for: its changed dot, and the tabs on a phone. */
import type { KnobKey } from '../../domain/knobs.ts'

export const PANELS = ['data', 'model', 'regularization', 'optimizer', 'stopping'] as const
export type Panel = (typeof PANELS)[number]

export const panelKnobs: Record<Panel, readonly KnobKey[]> = {
  data: [
    'data',
    'train',
    'validation',
    'test',
    'noise',
    'label-noise',
    'label-noise-in',
    'features',
    'degree',
    'standardize',
    'seed-data',
  ],
  model: ['layers', 'activation', 'init', 'seed-weights'],
  regularization: ['dropout', 'l1', 'l2'],
  optimizer: [
    'loss',
    'optimizer',
    'lr',
    'momentum',
    'rho',
    'beta1',
    'beta2',
    'epsilon',
    'accumulator',
    'weight-decay',
    'clip-norm',
    'schedule',
    'decay-rate',
    'decay-every',
    'batch',
    'shuffle',
    'seed-training',
  ],
  stopping: ['epochs', 'patience', 'monitor', 'min-delta', 'restore-best', 'start-from'],
}
