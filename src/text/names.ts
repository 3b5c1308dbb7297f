import type { OptimizerKind } from '../domain/experiment/experiment.ts'

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
