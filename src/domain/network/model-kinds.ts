/** What each kind of model is made of. A kind that is missing here does not compile. */
import type { ModelKind } from '../experiment/experiment.ts'

interface ModelTraits {
  readonly family: 'dense' | 'convolutional' | 'recurrent'
  /** Whether every two layers are a block whose input is added to its output. */
  readonly residual: boolean
}

const TRAITS = {
  mlp: { family: 'dense', residual: false },
  'residual-mlp': { family: 'dense', residual: true },
  cnn: { family: 'convolutional', residual: false },
  'residual-cnn': { family: 'convolutional', residual: true },
  rnn: { family: 'recurrent', residual: false },
  lstm: { family: 'recurrent', residual: false },
  gru: { family: 'recurrent', residual: false },
} as const satisfies Record<ModelKind, ModelTraits>

/** The kinds that are named after the cell of their recurrent layers. */
export type Cell = {
  [Kind in ModelKind]: (typeof TRAITS)[Kind]['family'] extends 'recurrent' ? Kind : never
}[ModelKind]

export const isConvolutional = (kind: ModelKind) => TRAITS[kind].family === 'convolutional'

export const isRecurrent = (kind: ModelKind): kind is Cell => TRAITS[kind].family === 'recurrent'

export const isResidual = (kind: ModelKind) => TRAITS[kind].residual
