/** What every setting, verdict, column and tool means, in a sentence. Fetched when somebody asks. */
import type { Flag, Verdict } from '../../domain/diagnosis/verdict.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { RunColumn, Tool } from '../../domain/terms/terms.ts'

interface Named {
  readonly name: string
  readonly text: string
}

const setting: Record<SettingKey, string> = {
  data: 'Where the samples come from: each has inputs, and a class or a number that the network is to predict.',
  train: 'How many samples the weights are fitted to; more of them leave less room for learning by heart.',
  validation: 'How many held-out samples choose settings and the moment to stop; the weights never see them.',
  test: 'How many samples stay sealed until the end, to score once what was chosen.',
  noise: 'How far every point is moved at random: the part of the data that nobody can predict.',
  'label-noise': 'The share of labels replaced by another class; a network can only learn them by heart.',
  'label-noise-in':
    'Whether only the training labels are wrong, or those of all parts, which then share one noise floor.',
  length: 'How many steps a sequence has, so how long something must be remembered.',
  features: 'What the network sees of a point; the right features can replace a hidden layer.',
  degree: 'The powers of x up to which the network gets: more of them let the curve bend more often.',
  standardize:
    'Gives every input mean 0 and deviation 1, measured on the training samples alone, so that one learning rate fits all weights.',
  points: 'The points that were drawn by hand, each with its class.',
  rows: 'The table whose rows are the samples.',
  model:
    'How layers are connected: dense, with shortcuts past them (residual), sliding over a picture (CNN), or step by step through a sequence (RNN, LSTM, GRU).',
  blocks:
    'The number of filters of each convolutional layer; a filter is a small pattern looked for everywhere.',
  kernel: 'The side of the square of pixels that a filter sees at once.',
  layers: 'The hidden layers and their units: width and depth decide which shapes the network can draw.',
  activation: 'What a unit makes of its sum; without a bend in it, many layers would be no more than one.',
  init: 'How the first weights are drawn; a good spread keeps signals from growing or shrinking from layer to layer.',
  dropout:
    'The share of hidden units silenced in each training step, so that none can rely on another; all are there when the network is scored.',
  l1: 'Adds the sum of all |w| to what is minimized: weights that are not needed become 0.',
  l2: 'Adds the sum of all w² to what is minimized: weights stay small, and the fit smooth.',
  proximal: 'Moves weights straight to 0 instead of along the slope of |w|, which never lands there exactly.',
  loss: 'What is minimized: the distance between answers and targets. Cross-entropy punishes being sure and wrong.',
  optimizer: 'The rule that turns a gradient into a change of the weights.',
  lr: 'The factor by which each step follows the gradient: too small crawls, too large jumps over the valley.',
  momentum:
    'The share of the last step that is kept in the next, which adds up along a ravine and cancels across it.',
  rho: 'How slowly RMSProp forgets old squared gradients: 0.9 remembers about ten steps.',
  beta1: 'How slowly Adam forgets old gradients; their average is its direction.',
  beta2: 'How slowly Adam forgets old squared gradients; their average scales the step of each weight.',
  epsilon: 'A small number that keeps the division from exploding where gradients are near 0.',
  accumulator: 'What Adagrad’s sum of squared gradients starts with; above 0 it tames the first steps.',
  'weight-decay':
    'Shrinks all weights by this share of the learning rate in each step, apart from the gradient.',
  'clip-norm': 'The longest gradient that is followed: a longer one is shortened, its direction kept.',
  schedule: 'How the learning rate changes while training: large steps first, small ones at the end.',
  'decay-rate': 'What the learning rate is multiplied by at each decay.',
  'decay-every': 'After how many epochs the learning rate decays once.',
  batch:
    'How many samples share one update: few give many noisy steps in an epoch, many give few smooth ones.',
  epochs: 'How often training may go over all training samples at most.',
  shuffle: 'Whether the samples get a new order in each epoch, so that batches differ.',
  patience: 'How long early stopping waits for a better validation score before it ends the run.',
  monitor: 'The score that early stopping watches.',
  'min-delta': 'How much better a score must be to count as better.',
  'restore-best': 'Whether the run ends with the weights of its best epoch, and not with the last.',
  'start-from': 'The epoch from which early stopping begins to judge.',
  'stop-every': 'After how many epochs early stopping judges again; patience counts these judgements.',
  'seed-data': 'Draws the samples; the same seed gives the same data.',
  'seed-weights': 'Draws the first weights; change it alone to see how much luck is in a result.',
  'seed-training': 'Draws the order of the samples and the units that dropout silences.',
}

const verdict: Record<Verdict | Flag, string> = {
  'too-early': 'Fewer than five epochs: nothing can be said yet.',
  'still-improving': 'The training loss still falls, so the run was ended too soon.',
  underfitting: 'The loss is high even on the training samples: the network cannot fit them, or has not yet.',
  'good-fit': 'Low training loss, and a validation loss close to it.',
  overfitting:
    'The network fits its training samples better than others: validation loss rises, or stays far above.',
  diverging: 'The loss grows without end: each step overshoots by more than the one before.',
  'learning-rate-too-large': 'The training loss jumps from epoch to epoch instead of falling.',
  'learning-rate-too-small': 'The loss falls so slowly that most of what can be learned is left.',
  'vanishing-gradient':
    'The gradient shrinks from layer to layer on its way back, so the first layers hardly learn.',
  'dead-relu': 'Units that are 0 for every input get no gradient and never come back.',
  'noisy-validation': 'The validation part is so small that its loss is known too roughly to judge by.',
  'over-regularized': 'Penalty or dropout is so strong that the network cannot fit its training samples.',
  'memorizing-noise':
    'Training loss is below the noise floor, which is only possible by learning wrong labels by heart.',
  unstable: 'The training loss rose steeply in a single epoch.',
  saturated: 'Most units of a layer sit at their bound, where their slope is almost 0.',
  'exploding-gradient': 'Gradients grow from layer to layer, or burst from one epoch to the next.',
  imbalanced: 'One class has most samples, so that accuracy is high without learning anything.',
}

const column: Record<RunColumn, Named> = {
  difference: {
    name: 'Difference',
    text: 'The settings in which the run differs from its scene; a press puts the run in focus.',
  },
  verdict: { name: 'Verdict', text: 'What the curves of the run say about its fit.' },
  curve: {
    name: 'Validation loss',
    text: 'The validation loss over the epochs, on one scale for the group; the dot is its lowest point.',
  },
  best: { name: 'Best validation loss', text: 'The lowest validation loss of all epochs.' },
  at: { name: 'At epoch', text: 'The epoch with the lowest validation loss.' },
  train: {
    name: 'Training loss',
    text: 'The loss on the training samples, of the same weights as the validation loss beside it.',
  },
  validation: {
    name: 'Validation loss',
    text: 'The loss on the validation samples at the best or the last epoch, as chosen above the table.',
  },
  gap: {
    name: 'Gap',
    text: 'Validation loss divided by training loss: ×1 is no gap, a large one is a sign of overfitting.',
  },
  test: { name: 'Test', text: 'The score on the test samples, once they have been opened.' },
  epochs: { name: 'Epochs', text: 'How often the run has gone over its training samples.' },
  time: { name: 'Time', text: 'The time spent training, without waiting.' },
  engine: {
    name: 'Engine',
    text: 'What did the arithmetic: the processor (WASM), the graphics card (WebGL), or plain JavaScript.',
  },
}

const tool: Record<Tool, Named> = {
  smoothing: {
    name: 'Smoothing',
    text: 'Draws a moving average of the curves; numbers stay as they were measured.',
  },
  scale: {
    name: 'Linear or log',
    text: 'On a log axis equal ratios have equal heights, so small losses can be told apart.',
  },
  pace: { name: 'Pace', text: 'The most epochs a second, for eyes that want to follow the curve.' },
  engine: {
    name: 'Engine',
    text: 'What does the arithmetic; left alone, the page takes what is fastest here.',
  },
  live: {
    name: 'Live',
    text: 'Trains again at every change of a control, on the same data from the same weights.',
  },
}

export const terms = {
  setting,
  verdict,
  column,
  tool,
  groups: { setting: 'Settings', verdict: 'Verdicts', column: 'Run table', tool: 'Tools' },
}

export type Terms = typeof terms
