import type { PresetKey } from '../../domain/experiment/presets.ts'

export const presets = {
  presets: {
    names: {
      overfitting: 'Overfitting moons',
      'early-stopping': 'Early stopping',
      underfitting: 'Underfitting a spiral',
      'twelve-points': 'Sine from 12 points',
      wiggle: 'Sine from 12 points, ReLU',
      'keras-mnist': 'Keras MNIST example',
      'tuned-optimizers': 'Optimizer race',
      'optimizer-race': 'Optimizer race, one rate',
      'more-data': 'More data',
      'u-curve': 'Networks of eight widths',
      'double-descent': 'Double descent',
      sparsity: 'Five inputs of a hundred',
      'vanishing-gradients': 'Vanishing gradients',
      'exploding-gradients': 'Exploding gradients',
      'residual-blocks': 'Forty layers, plain or residual',
      convolutions: 'Convolutions',
      degradation: 'Deep CNN, plain or residual',
      'long-memory': 'Long memory: RNN, LSTM, GRU',
      playground: 'Playground circle',
    } satisfies Record<PresetKey, string> as Record<PresetKey, string>,
    free: 'Free experiment',
  },
}
