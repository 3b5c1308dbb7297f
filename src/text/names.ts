import type { Feature, OptimizerKind } from '../domain/experiment/experiment.ts'

/** Names that are Latin in every language. */
export const optimizerNames: Readonly<Record<OptimizerKind, string>> = {
  sgd: 'SGD',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adagrad: 'Adagrad',
  rmsprop: 'RMSProp',
  adam: 'Adam',
  adamw: 'AdamW',
}

/** What is computed from the two coordinates of a plane. */
export const featureNames: Readonly<Record<Feature, string>> = {
  x: 'x',
  y: 'y',
  x2: 'x²',
  y2: 'y²',
  xy: 'xy',
  'sin-x': 'sin x',
  'sin-y': 'sin y',
}
