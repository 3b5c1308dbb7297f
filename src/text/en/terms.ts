/** What every verdict, column and tool means, in a sentence. Fetched when somebody asks. What settings mean stands beside their names. */
import type { Flag, Verdict } from '../../domain/diagnosis/verdict.ts'
import type { RunColumn, Tool } from '../../domain/terms/terms.ts'

interface Named {
  readonly name: string
  readonly text: string
}

const verdict: Record<Verdict | Flag, string> = {
  'too-early': 'Fewer than five epochs: nothing can be said yet.',
  'still-improving': 'The training loss still falls, so the run was ended too soon.',
  underfitting: 'The loss is high even on the training samples: the network cannot fit them, or has not yet.',
  'good-fit': 'Low loss on training and on validation.',
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
  verdict,
  column,
  tool,
  groups: { setting: 'Settings', verdict: 'Verdicts', column: 'Run table', tool: 'Tools' },
}

export type Terms = typeof terms
