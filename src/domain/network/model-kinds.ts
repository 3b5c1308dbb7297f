import type { ModelKind } from '../experiment/experiment.ts'

export type Cell = 'rnn' | 'lstm' | 'gru'

export const isConvolutional = (kind: ModelKind) => kind === 'cnn' || kind === 'residual-cnn'

export const isRecurrent = (kind: ModelKind): kind is Cell =>
  kind === 'rnn' || kind === 'lstm' || kind === 'gru'

export const isResidual = (kind: ModelKind) => kind === 'residual-mlp' || kind === 'residual-cnn'
