const deep = (layers: number, units: number) => Array.from({ length: layers }, () => units).join()

/**
 * Ready experiments, written as links are, each one of a lesson (src/lessons). The first is what the page opens on. What a
 * recipe must show is the claim of its lesson, or stands in engine/presets.test.ts; both train it.
 */
export const PRESETS = {
  /** 100 points, 15 % of all labels flipped: validation loss turns up within a few epochs. */
  overfitting:
    'data=moons&train=100&validation=500&test=500&noise=0.2&label-noise=0.15&label-noise-in=all&layers=64,64&activation=relu&init=he-uniform&lr=0.01&batch=16&epochs=300&patience=off',
  /** A milder version of the first that stops early and restores its best weights. */
  'early-stopping':
    'data=moons&train=100&validation=500&test=500&noise=0.2&label-noise=0.15&label-noise-in=all&layers=64,64&activation=relu&init=he-uniform&lr=0.003&batch=32&epochs=300&patience=20',
  /** A linear model before a spiral: no training helps. */
  underfitting:
    'data=spiral&train=200&validation=400&test=400&noise=0&layers=none&lr=0.01&batch=20&epochs=100&patience=off',
  /** Twelve noisy points of a sine, nine powers of x, and a network that turns up and down to pass through each of them. */
  'twelve-points':
    'data=sine&train=12&validation=200&test=200&noise=0.3&degree=9&layers=64,64&activation=tanh&init=he-normal&lr=0.01&batch=4&epochs=1000&schedule=cosine&patience=off',
  /** The same points and eight thousand ReLU weights, which bend less. Older links mean this preset by its name. */
  wiggle:
    'data=sine&train=12&validation=200&test=200&noise=0.3&layers=64,64,64&activation=relu&init=he-normal&lr=0.005&batch=12&epochs=600&patience=off',
  /** The Keras course example: 784-500-500-10. */
  'keras-mnist':
    'data=digits&train=8000&validation=1000&test=1000&noise=0&layers=500,500&activation=relu&lr=0.001&batch=100&epochs=20&patience=off',
  /**
   * Five optimizers from the same start, on the same batches, each at the learning rate of ten that ends with the lowest
   * validation loss (engine/presets.test.ts finds them again).
   */
  'tuned-optimizers':
    'data=spiral&train=300&validation=400&test=400&noise=0.1&layers=64,64&activation=relu&init=he-uniform&lr=0.01&batch=16&epochs=60&patience=off&compare=optimizer:sgd;lr=0.3/momentum;lr=0.03/adagrad;lr=0.3/rmsprop;lr=0.03/adam;lr=0.03',
  /**
   * The same five optimizers at one learning rate, as a contrast. Older links mean this preset by its name.
   */
  'optimizer-race':
    'data=spiral&train=300&validation=400&test=400&noise=0.1&layers=64,64&activation=relu&init=he-uniform&lr=0.01&batch=16&epochs=60&patience=off&compare=optimizer:sgd/momentum/adagrad/rmsprop/adam',
  /** More training data lowers validation loss and raises training loss. */
  'more-data':
    'data=moons&train=100&validation=500&test=500&noise=0.2&label-noise=0.15&label-noise-in=all&layers=64,64&activation=relu&init=he-uniform&lr=0.01&batch=16&epochs=100&patience=off&compare=train:30/100/300/1000/3000',
  /** From too narrow to draw a ring to wide enough to draw the noise: validation loss over width is a U. */
  'u-curve':
    'data=circle&train=150&validation=1000&test=1000&noise=0.1&label-noise=0.07&label-noise-in=all&layers=4,4&init=he-normal&lr=0.01&batch=10&epochs=400&patience=off&compare=layers:1,1/2,2/3,3/4,4/8,8/16,16/32,32/64,64',
  /**
   * Over the number of samples: a linear model of 100 inputs without a penalty, trained to the end from zero, so that below
   * 100 samples it is the shortest of all weights that fit. Its error peaks where samples are as many as weights (Nakkiran,
   * “More Data Can Hurt for Linear Regression”, 2019; Belkin et al. 2019).
   */
  'double-descent':
    'data=sparse-linear&train=100&validation=500&test=500&noise=0.8&standardize=0&layers=none&init=zeros&optimizer=momentum&lr=0.05&batch=500&epochs=1500&patience=off&compare=train:25/50/70/90/100/110/150/200/400',
  /** Only five of a hundred inputs matter; the preset asks how many of them L1 finds. */
  sparsity:
    'data=sparse-linear&train=60&validation=500&test=500&noise=0.5&standardize=0&layers=none&proximal=1&optimizer=sgd&lr=0.05&batch=60&epochs=2000&patience=off&compare=l1:0/0.01/0.1/1',
  /** Five layers under SGD: sigmoid stays at chance, ReLU learns. */
  'vanishing-gradients':
    'data=digits&train=1000&validation=1000&test=1000&noise=0&layers=64,64,64,64,64&activation=sigmoid&optimizer=sgd&lr=0.1&batch=32&epochs=20&patience=off&compare=activation:sigmoid/relu',
  /** Twenty linear layers whose weights are √2 too large: one step throws them away, unless the gradient is clipped. */
  'exploding-gradients': `data=moons&train=200&validation=200&test=200&noise=0.1&layers=${deep(20, 32)}&activation=linear&init=he-normal&optimizer=sgd&lr=0.03&batch=20&epochs=60&patience=off&compare=clip-norm:off/1`,
  /** Forty layers under Adam: plain ones stay at chance on their own training data, residual ones learn it. */
  'residual-blocks': `data=digits&train=1000&validation=1000&test=1000&noise=0&layers=${deep(41, 32)}&activation=relu&lr=0.001&batch=32&epochs=20&patience=off&compare=model:mlp/residual-mlp`,
  /** Convolutions reach a better loss than dense layers with a tenth of the weights. */
  convolutions:
    'data=digits&train=500&validation=1000&test=1000&noise=0&model=cnn&blocks=8,16&layers=none&activation=relu&init=he-uniform&lr=0.001&batch=32&epochs=30&patience=off',
  /** Deeper plain convolutions have the higher training error; residual ones of the same depth do not. */
  degradation:
    'data=digits&train=500&validation=1000&test=1000&noise=0&model=cnn&blocks=8,8:25&layers=none&activation=relu&lr=0.003&batch=32&epochs=10&patience=off&compare=model:cnn/residual-cnn',
  /** The sum of two marked numbers, thirty steps apart. */
  'long-memory':
    'data=adding&length=30&train=1000&validation=500&test=500&noise=0&model=lstm&layers=16&lr=0.02&clip-norm=1&batch=100&epochs=40&patience=off&compare=model:rnn/lstm/gru',
  /** The defaults: TensorFlow Playground's circle. Older links mean them by this name; no list shows it. */
  playground: 'data=circle',
} as const

export type PresetKey = keyof typeof PRESETS

export const PRESET_KEYS = Object.keys(PRESETS) as PresetKey[]
export const OPENING_PRESET: PresetKey = 'overfitting'

export function isPreset(key: string): key is PresetKey {
  return Object.hasOwn(PRESETS, key)
}
