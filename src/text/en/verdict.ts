/** The verdict on a run: its word, its sentence, its evidence, and what helps. */

import type { Yardstick } from '../../domain/diagnosis/remedies/effect.ts'
import type { RemedyKey } from '../../domain/diagnosis/remedies/proposals.ts'
import type { Flag, Verdict } from '../../domain/diagnosis/verdict.ts'
import { counted } from '../format.ts'
import type { SentencePart, VerdictNumbers } from '../verdict-sentence.ts'

type Sentence = (n: VerdictNumbers) => readonly SentencePart[]

const words: Record<Verdict | Flag, string> = {
  'too-early': 'Too early to tell',
  'still-improving': 'Still improving',
  underfitting: 'Underfitting',
  'good-fit': 'Good fit',
  overfitting: 'Overfitting',
  diverging: 'Diverging',
  'learning-rate-too-large': 'Learning rate too large',
  'learning-rate-too-small': 'Learning rate too small',
  'vanishing-gradient': 'Vanishing gradient',
  'dead-relu': 'Dead ReLU units',
  'noisy-validation': 'Validation too noisy',
  'over-regularized': 'Over-regularized',
  'memorizing-noise': 'Memorizing noise',
  unstable: 'Unstable',
  saturated: 'Saturated units',
  'exploding-gradient': 'Exploding gradient',
  imbalanced: 'Imbalanced classes',
}

const sentences: Record<Verdict, Sentence> = {
  'too-early': (n) =>
    n.hasNothingToLearn
      ? ['Nothing can be judged here: on these samples no model beats always giving the same answer.']
      : ['After ', n.epochs, ' epochs the curves do not say anything yet.'],
  'still-improving': (n) => [
    'The training loss still falls, by ',
    n.progress,
    ' of what can be learned since epoch ',
    n.since,
    '. It has not come to its end.',
  ],
  underfitting: (n) => [
    'Even on the ',
    n.trainCount,
    ' samples it has seen, the loss is ',
    n.train,
    '. ',
    n.left,
    n.mayBeNoise
      ? ' of what can be learned is left, unless that is noise.'
      : ' of what can be learned is left.',
  ],
  'good-fit': (n) =>
    n.isStopped
      ? [
          'At epoch ',
          n.lowestAt,
          ' validation loss is lowest (',
          n.lowest,
          '). Training loss could fall further than ',
          n.train,
          ', but validation would not follow.',
        ]
      : ['The training loss is low (', n.train, ') and so is the validation loss (', n.validation, ').'],
  overfitting: (n) =>
    n.rises
      ? [
          'After epoch ',
          n.lowestAt,
          ' validation loss rises from ',
          n.lowest,
          ' to ',
          n.validation,
          ' on the ',
          n.validationCount,
          ' held-out samples, while training falls to ',
          n.train,
          '.',
        ]
      : n.wentBack
        ? [
            'At epoch ',
            n.lowestAt,
            ' validation loss is lowest (',
            n.lowest,
            ') and next to nothing is learned. What training learned later held only for the ',
            n.trainCount,
            ' samples it has seen.',
          ]
        : [
            'On the ',
            n.trainCount,
            ' samples it has seen the loss is ',
            n.train,
            ', on the ',
            n.validationCount,
            ' held out it is ',
            n.validation,
            ': ',
            n.gap,
            '.',
          ],
  diverging: (n) => [
    'The loss grows instead of falling: the steps jump over the valley. The learning rate is ',
    n.rate,
    '.',
  ],
  'learning-rate-too-large': (n) => [
    'The training loss itself jumps: it rose in ',
    n.rising,
    ' of the later epochs. The learning rate is ',
    n.rate,
    '.',
  ],
  'learning-rate-too-small': (n) => [
    'After ',
    n.epochs,
    ' epochs ',
    n.left,
    ' of what can be learned is still left: the steps are very small. The learning rate is ',
    n.rate,
    n.clip === null ? '.' : `, and the gradient is clipped to ${n.clip}.`,
  ],
  'vanishing-gradient': (n) => [
    'At the start the first layer’s gradient is ',
    n.vanishing,
    ' smaller than the last one’s: the first layers hardly learn.',
  ],
  'dead-relu': (n) => [
    n.dead,
    ' of the ReLU units of a layer are 0 for every input. They get no gradient and cannot come back.',
  ],
  'noisy-validation': (n) => [
    'With ',
    n.validationCount,
    ' validation samples their loss is only known to ',
    n.uncertainty,
    ' of what can be learned: too roughly to judge by.',
  ],
}

const remedies: Record<RemedyKey, { readonly name: string; readonly reason: string }> = {
  'more-epochs': { name: 'More epochs', reason: 'the loss still falls' },
  'higher-learning-rate': {
    name: 'Higher learning rate',
    reason: 'larger steps get further in the same time',
  },
  'lower-learning-rate': { name: 'Lower learning rate', reason: 'smaller steps do not jump over the valley' },
  'much-lower-learning-rate': {
    name: 'Lower learning rate',
    reason: 'smaller steps do not grow from one to the next',
  },
  'learning-rate-decay': { name: 'Learning rate decay', reason: 'large steps first, small ones at the end' },
  momentum: { name: 'Momentum', reason: 'steps in one direction add up' },
  adam: { name: 'Adam', reason: 'it fits the step to every weight' },
  'smaller-batches': { name: 'Smaller batches', reason: 'more updates in each epoch' },
  'larger-batches': { name: 'Larger batches', reason: 'the gradient of more samples is less noisy' },
  'clipped-gradient': { name: 'Clip the gradient', reason: 'no step is larger than this' },
  'looser-clipping': { name: 'Clip less', reason: 'so little of the gradient is left that nothing moves' },
  'cross-entropy': {
    name: 'Cross-entropy',
    reason: 'squared error is flat where the network is wrong and sure',
  },
  'less-regularization': {
    name: 'Less regularization',
    reason: 'the penalty keeps it from fitting its own data',
  },
  'wider-layers': { name: 'Wider layers', reason: 'more units can draw finer shapes' },
  'another-layer': { name: 'Another layer', reason: 'depth builds shapes out of shapes' },
  'narrower-layers': { name: 'Narrower layers', reason: 'fewer weights can learn less by heart' },
  'fewer-layers': { name: 'Fewer layers', reason: 'the gradient passes fewer factors' },
  'more-patience': { name: 'Stop later', reason: 'it may have stopped before training got going' },
  'nonlinear-activation': {
    name: 'Nonlinear activation',
    reason: 'layers without a bend are no more than one linear layer',
  },
  relu: { name: 'ReLU', reason: 'its slope is 1 where a unit is on; others’ shrink from layer to layer' },
  'leaky-relu': { name: 'Leaky ReLU', reason: 'it has a slope on both sides, so no unit is lost' },
  'start-weights': {
    name: 'Other start weights',
    reason: 'units begin unlike, and sums keep their size from layer to layer',
  },
  residual: { name: 'Residual blocks', reason: 'the gradient passes beside the layers' },
  lstm: { name: 'LSTM', reason: 'gates keep what was seen many steps ago' },
  'standardized-inputs': { name: 'Standardize inputs', reason: 'inputs of one size need steps of one size' },
  'more-powers': { name: 'More powers of x', reason: 'the curve may bend more often' },
  'more-data': { name: 'More data', reason: 'the surest cure where data can be had' },
  'more-validation': { name: 'More validation samples', reason: 'four times as many halve the uncertainty' },
  'early-stopping': { name: 'Early stopping', reason: 'keeps the weights of the best epoch' },
  l2: { name: 'L2', reason: 'small weights make a smoother fit' },
  l1: { name: 'L1', reason: 'sets needless weights to exactly 0' },
  dropout: { name: 'Dropout', reason: 'no unit can rely on another to be there' },
}

export const verdict = {
  verdict: {
    words,
    sentences,
    soFar: (word: string) => `${word} so far`,
    also: (words: string) => `Also: ${words}`,
    and: ', ',
    column: 'verdict',
    ruler: { under: 'underfit', good: 'good fit', over: 'overfit' },
    rulerLabel: (word: string) => `Between underfitting and overfitting: ${word}`,
    why: 'Why?',
    showStretch: (text: string) => `Show on the curve: ${text}`,
    remedies,
    remediesTitle: 'Remedies to try',
    remediesNote: 'each forks a run',
    ofRun: (name: string) => `instead of ${name}`,
    tryIt: 'Try',
    tryLabel: (name: string) => `Try ${name}`,
    tryAll: 'Try all',
    moreRemedies: (count: number) => `${count} more`,
    trying: 'training',
    notTrained: 'could not be trained',
    yardsticks: { loss: 'val loss', error: 'val loss known to', quality: 'val accuracy' } satisfies Record<
      Yardstick,
      string
    > as Record<Yardstick, string>,
    withGap: (changed: string, gap: string) => `${changed}, gap ${gap}`,
    diverged: 'diverged',
    worse: (changed: string) => `worse: ${changed}`,
    unchanged: (same: string) => `no measurable change: ${same}`,
    rankedTitle: 'Remedies by what they did',
    rankedNote: 'best first',
    inSeeds: (seeds: number) => `in ${counted(seeds, 'seed')}`,
    inSeedsLabel: (name: string, seeds: number) => `Try ${name} in ${counted(seeds, 'seed')}`,
    seedsGoing: (done: number, of: number) => `${done} of ${counted(of, 'run')}`,
    cancel: 'Cancel',
    betterIn: (count: number, seeds: number) => `better in ${count} of ${counted(seeds, 'seed')}`,
    worseIn: (count: number, seeds: number) => `worse in ${count} of ${counted(seeds, 'seed')}`,
    seedsFailed: (count: number) => `${count} could not be trained`,
    median: (text: string) => `median ${text}`,
    withMedian: (said: string, median: string) => `${said}, ${median}`,
    from: (from: string, to: string) => `${from} → ${to}`,
    gapTimes: (ratio: string) => `a gap of ${ratio}`,
    noMoreValidation:
      'There are no more samples to validate on. Compare several seeds before you trust a difference.',
    nothingNeeded: 'Nothing to mend. Open the test set once, at the end.',
  },
}
