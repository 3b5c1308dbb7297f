/** The settings: their names, their panels, and what stands at their foot. */
import type { SettingKey } from '../../domain/settings/settings.ts'
import { counted } from '../format.ts'

interface Named {
  readonly name: string
  readonly text: string
}

export const settings = {
  panels: {
    data: 'Data',
    model: 'Model',
    regularization: 'Regularize',
    optimizer: 'Optimizer',
    stopping: 'Stop',
  },
  panelTitles: {
    data: 'Data',
    model: 'Model',
    regularization: 'Regularization',
    optimizer: 'Optimizer',
    stopping: 'Stopping',
  },
  settings: 'Settings',
  /** By its key in links: its name, and what it means in a sentence, which is shown on demand. */
  setting: {
    data: {
      name: 'Data set',
      text: 'Where the samples come from: each has inputs, and a class or a number that the network is to predict.',
    },
    train: {
      name: 'Train samples',
      text: 'How many samples the weights are fitted to; more of them leave less room for learning by heart.',
    },
    validation: {
      name: 'Validation',
      text: 'How many held-out samples choose settings and the moment to stop; the weights never see them.',
    },
    test: {
      name: 'Test',
      text: 'How many samples stay sealed until the end, to score once what was chosen.',
    },
    noise: {
      name: 'Noise',
      text: 'How far every point is moved at random: the part of the data that nobody can predict.',
    },
    'label-noise': {
      name: 'Label noise',
      text: 'The share of labels replaced by another class; a network can only learn them by heart.',
    },
    'label-noise-in': {
      name: 'Label noise in',
      text: 'Whether only the training labels are wrong, or those of all parts, which then share one noise floor.',
    },
    length: {
      name: 'Length',
      text: 'How many steps a sequence has, so how long something must be remembered.',
    },
    features: {
      name: 'Features',
      text: 'What the network sees of a point; the right features can replace a hidden layer.',
    },
    degree: {
      name: 'Degree',
      text: 'The powers of x up to which the network gets: more of them let the curve bend more often.',
    },
    standardize: {
      name: 'Standardize',
      text: 'Gives every input mean 0 and deviation 1, measured on the training samples alone, so that one learning rate fits all weights.',
    },
    points: { name: 'Points', text: 'The points that were drawn by hand, each with its class.' },
    rows: { name: 'Table', text: 'The table whose rows are the samples.' },
    model: {
      name: 'Model',
      text: 'How layers are connected: dense, with shortcuts past them (residual), sliding over a picture (CNN), or step by step through a sequence (RNN, LSTM, GRU).',
    },
    blocks: {
      name: 'Convolutions',
      text: 'The number of filters of each convolutional layer; a filter is a small pattern looked for everywhere.',
    },
    kernel: { name: 'Kernel size', text: 'The side of the square of pixels that a filter sees at once.' },
    layers: {
      name: 'Layers',
      text: 'The hidden layers and their units: width and depth decide which shapes the network can draw.',
    },
    activation: {
      name: 'Activation',
      text: 'What a unit makes of its sum; without a bend in it, many layers would be no more than one.',
    },
    init: {
      name: 'Initializer',
      text: 'How the first weights are drawn; a good spread keeps signals from growing or shrinking from layer to layer.',
    },
    dropout: {
      name: 'Dropout',
      text: 'The share of hidden units silenced in each training step, so that none can rely on another; all are there when the network is scored.',
    },
    l1: {
      name: 'L1',
      text: 'Adds the sum of all |w| to what is minimized: weights that are not needed become 0.',
    },
    l2: {
      name: 'L2',
      text: 'Adds the sum of all w² to what is minimized: weights stay small, and the fit smooth.',
    },
    proximal: {
      name: 'Exact zeros (L1)',
      text: 'Moves weights straight to 0 instead of along the slope of |w|, which never lands there exactly.',
    },
    loss: {
      name: 'Loss',
      text: 'What is minimized: the distance between answers and targets. Cross-entropy punishes being sure and wrong.',
    },
    optimizer: { name: 'Optimizer', text: 'The rule that turns a gradient into a change of the weights.' },
    lr: {
      name: 'Learning rate',
      text: 'The factor by which each step follows the gradient: too small crawls, too large jumps over the valley.',
    },
    momentum: {
      name: 'Momentum',
      text: 'The share of the last step that is kept in the next, which adds up along a ravine and cancels across it.',
    },
    rho: {
      name: 'ρ',
      text: 'How slowly RMSProp forgets old squared gradients: 0.9 remembers about ten steps.',
    },
    beta1: { name: 'β₁', text: 'How slowly Adam forgets old gradients; their average is its direction.' },
    beta2: {
      name: 'β₂',
      text: 'How slowly Adam forgets old squared gradients; their average scales the step of each weight.',
    },
    epsilon: {
      name: 'ε',
      text: 'A small number that keeps the division from exploding where gradients are near 0.',
    },
    accumulator: {
      name: 'Start of the sum',
      text: 'What Adagrad’s sum of squared gradients starts with; above 0 it tames the first steps.',
    },
    'weight-decay': {
      name: 'Weight decay',
      text: 'Shrinks all weights by this share of the learning rate in each step, apart from the gradient.',
    },
    'clip-norm': {
      name: 'Clip norm',
      text: 'The longest gradient that is followed: a longer one is shortened, its direction kept.',
    },
    schedule: {
      name: 'Schedule',
      text: 'How the learning rate changes while training: large steps first, small ones at the end.',
    },
    'decay-rate': { name: 'Decay factor', text: 'What the learning rate is multiplied by at each decay.' },
    'decay-every': { name: 'Decay every', text: 'After how many epochs the learning rate decays once.' },
    batch: {
      name: 'Batch size',
      text: 'How many samples share one update: few give many noisy steps in an epoch, many give few smooth ones.',
    },
    epochs: { name: 'Max epochs', text: 'How often training may go over all training samples at most.' },
    shuffle: {
      name: 'Shuffle each epoch',
      text: 'Whether the samples get a new order in each epoch, so that batches differ.',
    },
    patience: {
      name: 'Patience',
      text: 'How long early stopping waits for a better validation score before it ends the run.',
    },
    monitor: { name: 'Monitor', text: 'The score that early stopping watches.' },
    'min-delta': { name: 'Min delta', text: 'How much better a score must be to count as better.' },
    'restore-best': {
      name: 'Keep the best weights',
      text: 'Whether the run ends with the weights of its best epoch, and not with the last.',
    },
    'start-from': { name: 'Start from epoch', text: 'The epoch from which early stopping begins to judge.' },
    'stop-every': {
      name: 'Judge every … epochs',
      text: 'After how many epochs early stopping judges again; patience counts these judgements.',
    },
    'seed-data': { name: 'Data seed', text: 'Draws the samples; the same seed gives the same data.' },
    'seed-weights': {
      name: 'Weights seed',
      text: 'Draws the first weights; change it alone to see how much luck is in a result.',
    },
    'seed-training': {
      name: 'Training seed',
      text: 'Draws the order of the samples and the units that dropout silences.',
    },
  } satisfies Record<SettingKey, Named> as Record<SettingKey, Named>,
  /** What a name alone does not say, with the field's own word for it. */
  settingHints: {
    accumulator:
      'Adagrad divides by the root of a sum of squared gradients. The sum starts here (initial accumulator value).',
  } as Partial<Record<SettingKey, string>>,
  /** Back to the baseline's value of one control. */
  undo: (control: string) => `Undo ${control}`,
  newSeed: 'new seed',
  typed: {
    none: 'This is no number.',
    whole: 'Whole numbers only.',
    ambiguous: (one: number, other: number) => `This can be ${one} or ${other}. Write it as one of these.`,
    range: (low: string, high: string) => `From ${low} to ${high}.`,
  },
  decrease: (control: string) => `Less ${control}`,
  increase: (control: string) => `More ${control}`,
  advanced: 'More settings',
  earlyStopping: 'early stopping',
  clip: 'Clip gradients',
  foot: {
    next: 'Next run',
    same: 'same as the scene',
    from: 'Settings of',
    sameAsRun: 'the same again',
    resetAll: 'Reset all',
    comparison: (count: number) => counted(count, 'run'),
  },
}
