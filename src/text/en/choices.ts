/** Names of what a setting can be set to. */
import type { ModelKind } from '../../domain/experiment/experiment.ts'
import { optimizerNames } from '../names.ts'

export const choices = {
  parts: { train: 'train', validation: 'validation', test: 'test' },
  noiseIn: { train: 'train only', all: 'all parts' },
  activations: {
    linear: 'Linear',
    sigmoid: 'Sigmoid',
    tanh: 'tanh',
    relu: 'ReLU',
    'leaky-relu': 'Leaky ReLU',
    elu: 'ELU',
    gelu: 'GELU',
  },
  modelKinds: {
    mlp: 'Dense',
    'residual-mlp': 'Dense, residual',
    cnn: 'CNN',
    'residual-cnn': 'CNN, residual',
    rnn: 'RNN',
    lstm: 'LSTM',
    gru: 'GRU',
  } satisfies Record<ModelKind, string> as Record<ModelKind, string>,
  initializers: {
    'glorot-uniform': 'Glorot uniform',
    'glorot-normal': 'Glorot normal',
    'he-uniform': 'He uniform',
    'he-normal': 'He normal',
    'lecun-normal': 'LeCun normal',
    'small-uniform': 'Small uniform',
    zeros: 'Zeros',
  },
  losses: { 'cross-entropy': 'Cross-entropy', mse: 'Mean squared error' },
  optimizers: optimizerNames,
  schedules: { constant: 'Constant', step: 'Step', exponential: 'Exponential', cosine: 'Cosine' },
  monitors: { 'validation-loss': 'Validation loss', 'validation-accuracy': 'Validation accuracy' },
}
