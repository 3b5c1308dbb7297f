/**
 * What is said of a run: the verdict, what else holds, and what both rest on (contract: "Verdict"). The words are in the
 * dictionaries; here are keys and numbers.
 */

export const VERDICTS = [
  'too-early',
  'still-improving',
  'underfitting',
  'good-fit',
  'overfitting',
  'diverging',
  'learning-rate-too-large',
  'learning-rate-too-small',
  'vanishing-gradient',
  'dead-relu',
  'noisy-validation',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** What may hold beside any verdict. */
export const FLAGS = [
  'over-regularized',
  'memorizing-noise',
  'unstable',
  'saturated',
  'exploding-gradient',
  'imbalanced',
] as const
export type Flag = (typeof FLAGS)[number]

/**
 * Quantities that rules compare with thresholds. "Explainable loss" is the distance from the noise floor to the best
 * constant answer, so that the same thresholds hold for every loss and every data set.
 */
export const QUANTITIES = [
  /** Number of epochs. */
  'epochs',
  /** Last training loss over the loss of the best constant answer. */
  'loss-over-constant',
  /** Epochs whose losses are no finite numbers, the one that a run broke off in included. */
  'not-finite',
  /** Share of the explainable training loss that is left. */
  'train-left',
  /** The same less two standard errors: what is left beyond doubt. */
  'train-left-surely',
  /** The same of the first tenth of the run. */
  'train-left-early',
  /** Training loss above the level of replaced labels and noisy targets, as a share of its distance from the constant answer. */
  'over-noise-floor',
  /** The same distance in standard errors that the training loss of a perfect model would have. */
  'over-noise-errors',
  /** Share of the explainable loss by which training fell since the first tenth. */
  'train-fall',
  /** Share of the explainable loss by which training fell in the last fifth of the run, of a falling rate as in last-fifth.ts. */
  'progress',
  /** Epochs after the weights that the run went back to: what they tried did not lower the validation loss. */
  'epochs-discarded',
  /** Share of the explainable loss by which training fell in them. */
  'fall-discarded',
  /** Share of the explainable loss by which training rose since the validation loss was lowest. */
  'train-rise',
  /** Last validation loss over its minimum, minus 1. */
  'validation-rise',
  /** The same rise as a share of the explainable loss. */
  'validation-rise-explainable',
  /** The same rise in standard errors. */
  'validation-rise-errors',
  /** The part of that rise that training rose with it. */
  'shared-rise',
  /** Validation loss minus training loss, as a share of the explainable loss. */
  'gap',
  /** The same in standard errors. */
  'gap-errors',
  /** The gap over what is left of the training loss. */
  'gap-over-train',
  /** Two standard errors of the validation loss, as a share of the explainable loss; of few samples of classes at least 3/n. */
  'validation-uncertainty',
  /** Share of the epochs of the second half in which the training loss rose. */
  'rising-epochs',
  /** Typical step of the training loss from epoch to epoch there, as a share of the explainable loss. */
  'step-size',
  /** Largest rise of the training loss in one epoch, as a share of the explainable loss. */
  'spike',
  /** Largest share, over the layers of ReLU units, that never fire. */
  'dead-units',
  /** The same before the first update. */
  'dead-units-at-start',
  /** Largest share, over sigmoid and tanh layers, of units that are at their bound for every input. */
  'saturated-units',
  /** Number of hidden layers. */
  'hidden-layers',
  /** Gradient of the first weight layer over that of the last, before training. */
  'gradient-ratio',
  /** ‖ΔW‖/‖W‖ of the middle layer in the first epochs, and in the last. */
  'update-ratio-early',
  'update-ratio-late',
  /** Largest gradient of an epoch over the first epoch's or the median of those before it, whichever is more. */
  'gradient-burst',
  /** Usual gradient of the last epochs over the norm that it is clipped to; null without clipping. */
  'gradient-over-clip',
  /** Share of the most frequent class. */
  'largest-class',
  /** Whether L1, L2 or dropout is on: 1 or 0. */
  'regularized',
] as const
export type Quantity = (typeof QUANTITIES)[number]

/** From and to, both included. */
export type Stretch = readonly [from: number, to: number]

/** One comparison of a rule. */
export interface Check {
  readonly quantity: Quantity
  /** null where it was not measured, or cannot be known. */
  readonly value: number | null
  readonly threshold: number
  readonly side: 'at-least' | 'below'
  /** The stretch of the curves that the value is taken from; null where it is of no stretch. */
  readonly epochs: Stretch | null
}

export function holds({ value, threshold, side }: Check): boolean {
  if (value === null || Number.isNaN(value)) return false
  return side === 'at-least' ? value >= threshold : value < threshold
}

/** A rule holds where all checks of one of its clauses do. */
export interface Rule<Key extends string = Verdict | Flag> {
  readonly key: Key
  readonly clauses: (figures: Figures) => readonly (readonly Check[])[]
}

/** Every quantity of a run, with the stretch it is taken from. */
export type Figures = {
  readonly [Q in Quantity]: { readonly value: number | null; readonly epochs: Stretch | null }
}

export function atLeast(figures: Figures, quantity: Quantity, threshold: number): Check {
  return { quantity, ...figures[quantity], threshold, side: 'at-least' }
}

export function below(figures: Figures, quantity: Quantity, threshold: number): Check {
  return { quantity, ...figures[quantity], threshold, side: 'below' }
}
