/** Every threshold of every rule, written down a second time. */
import { deadRelu } from './rules/dead-relu.ts'
import { diverging } from './rules/diverging.ts'
import { explodingGradient } from './rules/exploding-gradient.ts'
import { imbalanced } from './rules/imbalanced.ts'
import { learningRateTooLarge } from './rules/learning-rate-too-large.ts'
import { learningRateTooSmall } from './rules/learning-rate-too-small.ts'
import { memorizingNoise } from './rules/memorizing-noise.ts'
import { noisyValidation } from './rules/noisy-validation.ts'
import { overRegularized } from './rules/over-regularized.ts'
import { overfitting } from './rules/overfitting.ts'
import { saturated } from './rules/saturated.ts'
import { stillImproving } from './rules/still-improving.ts'
import { tooEarly } from './rules/too-early.ts'
import { underfitting } from './rules/underfitting.ts'
import { unstable } from './rules/unstable.ts'
import { vanishingGradient } from './rules/vanishing-gradient.ts'
import type { Quantity, Rule } from './verdict.ts'

export type Values = Partial<Record<Quantity, number>>

interface Clause {
  readonly rule: Rule
  /** Values that the clause holds with. What is not here was not measured. */
  readonly values: Values
  readonly edges: readonly (readonly [Quantity, 'at least' | 'below', number])[]
}

export const CLAUSES: readonly Clause[] = [
  { rule: tooEarly, values: {}, edges: [['epochs', 'below', 5]] },
  { rule: diverging, values: {}, edges: [['not-finite', 'at least', 1]] },
  {
    rule: diverging,
    values: { 'loss-over-constant': 3, 'train-rise': 1, 'rising-epochs': 1, 'step-size': 1 },
    edges: [
      ['loss-over-constant', 'at least', 1.5],
      ['train-rise', 'at least', 0.5],
      ['rising-epochs', 'at least', 0.8],
    ],
  },
  {
    rule: diverging,
    values: { 'loss-over-constant': 3, 'train-rise': 1 },
    edges: [
      ['loss-over-constant', 'at least', 1.5],
      ['train-rise', 'at least', 0.5],
    ],
  },
  {
    rule: diverging,
    values: { 'loss-over-constant': 3, 'train-rise': 5, 'step-size': 0.2 },
    edges: [['train-rise', 'at least', 2]],
  },
  {
    rule: diverging,
    values: { 'loss-over-constant': 200, epochs: 10, progress: 0 },
    edges: [
      ['loss-over-constant', 'at least', 100],
      ['epochs', 'at least', 5],
      ['progress', 'below', 0.02],
    ],
  },
  {
    rule: diverging,
    values: { 'loss-over-constant': 200, epochs: 10, progress: 0, 'step-size': 0.2 },
    edges: [['progress', 'below', 0.4]],
  },
  {
    rule: deadRelu,
    values: { 'train-left': 1, 'dead-units': 1 },
    edges: [
      ['train-left', 'at least', 0.5],
      ['dead-units', 'at least', 0.8],
    ],
  },
  {
    rule: vanishingGradient,
    values: { 'train-left': 1, 'hidden-layers': 5, 'gradient-ratio': 1e-5, 'step-size': 0.01 },
    edges: [
      ['train-left', 'at least', 0.3],
      ['hidden-layers', 'at least', 3],
      ['gradient-ratio', 'below', 1e-3],
      ['step-size', 'below', 0.1],
    ],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 0.3, 'rising-epochs': 0.5, 'step-size': 0.1, progress: 0 },
    edges: [
      ['train-left', 'at least', 0.05],
      ['rising-epochs', 'at least', 0.3],
      ['step-size', 'at least', 0.03],
      ['progress', 'below', 0.2],
    ],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 1, 'rising-epochs': 0.5, 'step-size': 0.1, 'loss-over-constant': 2 },
    edges: [
      ['train-left', 'at least', 0.05],
      ['rising-epochs', 'at least', 0.2],
      ['step-size', 'at least', 0.03],
      ['loss-over-constant', 'at least', 1],
    ],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 1, regularized: 0, spike: 0.5, 'dead-units': 0.7 },
    edges: [
      ['regularized', 'below', 1],
      ['train-left', 'at least', 0.05],
      ['spike', 'at least', 0.1],
      ['dead-units', 'at least', 0.5],
    ],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 1, regularized: 0, 'dead-units': 1, 'dead-units-at-start': 0 },
    edges: [
      ['regularized', 'below', 1],
      ['train-left', 'at least', 0.05],
      ['dead-units', 'at least', 0.8],
      ['dead-units-at-start', 'below', 0.5],
    ],
  },
  {
    rule: learningRateTooSmall,
    values: { 'train-left': 1.2, 'update-ratio-early': 1e-5 },
    edges: [
      ['train-left', 'at least', 0.95],
      ['update-ratio-early', 'below', 3e-4],
    ],
  },
  {
    rule: learningRateTooSmall,
    values: { 'train-left': 1, 'rising-epochs': 0, progress: 0.01, 'update-ratio-late': 1e-5 },
    edges: [
      ['train-left', 'at least', 0.9],
      ['rising-epochs', 'below', 0.1],
      ['progress', 'at least', 1e-4],
      ['update-ratio-late', 'below', 3e-4],
    ],
  },
  {
    rule: learningRateTooSmall,
    values: { 'train-left': 1, 'train-fall': 0.3, 'rising-epochs': 0, progress: 0.06 },
    edges: [['progress', 'at least', 0.03]],
  },
  {
    rule: learningRateTooSmall,
    values: { 'train-left': 0.6, 'train-left-early': 0.4, 'rising-epochs': 0, progress: 0.05 },
    edges: [
      ['train-left', 'at least', 0.5],
      ['train-left-early', 'below', 0.75],
      ['rising-epochs', 'below', 0.1],
      ['progress', 'at least', 1e-4],
    ],
  },
  {
    rule: learningRateTooSmall,
    values: {
      'train-left': 0.4,
      progress: 0.1,
      'epochs-discarded': 0,
      'validation-rise-explainable': 0,
      'update-ratio-late': 1e-5,
    },
    edges: [
      ['train-left', 'at least', 0.12],
      ['progress', 'at least', 0.02],
      ['epochs-discarded', 'below', 5],
      ['validation-rise-explainable', 'below', 0.02],
      ['update-ratio-late', 'below', 3e-4],
    ],
  },
  {
    rule: learningRateTooSmall,
    values: {
      'train-left': 0.4,
      progress: 0.1,
      'epochs-discarded': 0,
      'validation-rise-errors': 0,
      'update-ratio-late': 1e-5,
    },
    edges: [
      ['train-left', 'at least', 0.12],
      ['progress', 'at least', 0.02],
      ['epochs-discarded', 'below', 5],
      ['validation-rise-errors', 'below', 2],
      ['update-ratio-late', 'below', 3e-4],
    ],
  },
  {
    rule: stillImproving,
    values: { 'train-left': 0.4, progress: 0.1, 'epochs-discarded': 0, 'validation-rise-explainable': 0 },
    edges: [
      ['train-left', 'at least', 0.12],
      ['progress', 'at least', 0.02],
      ['epochs-discarded', 'below', 5],
      ['validation-rise-explainable', 'below', 0.02],
    ],
  },
  {
    rule: stillImproving,
    values: { 'train-left': 0.4, progress: 0.1, 'epochs-discarded': 0, 'validation-rise-errors': 0 },
    edges: [
      ['train-left', 'at least', 0.12],
      ['progress', 'at least', 0.02],
      ['epochs-discarded', 'below', 5],
      ['validation-rise-errors', 'below', 2],
    ],
  },
  {
    rule: noisyValidation,
    values: { 'validation-uncertainty': 1, 'validation-rise-errors': 0, 'gap-errors': 0 },
    edges: [
      ['validation-uncertainty', 'at least', 0.25],
      ['validation-rise-errors', 'below', 4],
      ['gap-errors', 'below', 4],
    ],
  },
  {
    rule: overfitting,
    values: {
      'validation-rise': 1,
      'validation-rise-explainable': 0.5,
      'validation-rise-errors': 8,
      'shared-rise': 0,
    },
    edges: [
      ['validation-rise', 'at least', 0.1],
      ['validation-rise-explainable', 'at least', 0.02],
      ['validation-rise-errors', 'at least', 2],
      ['shared-rise', 'below', 0.5],
    ],
  },
  {
    rule: overfitting,
    values: { gap: 0.4, 'gap-errors': 8, 'train-left-surely': 0 },
    edges: [
      ['gap', 'at least', 0.1],
      ['gap-errors', 'at least', 2],
      ['train-left-surely', 'below', 0.12],
    ],
  },
  {
    rule: overfitting,
    values: { gap: 0.4, 'gap-errors': 8, 'gap-over-train': 2 },
    edges: [
      ['gap', 'at least', 0.1],
      ['gap-errors', 'at least', 2],
      ['gap-over-train', 'at least', 0.5],
    ],
  },
  {
    rule: underfitting,
    values: { 'train-left-surely': 0.3, 'fall-discarded': 0 },
    edges: [
      ['train-left-surely', 'at least', 0.12],
      ['fall-discarded', 'below', 0.02],
    ],
  },
  { rule: underfitting, values: {}, edges: [['train-left-surely', 'at least', 0.5]] },
  {
    rule: overRegularized,
    values: { regularized: 1, 'train-left': 0.5, 'train-rise': 0.3 },
    edges: [
      ['regularized', 'at least', 1],
      ['train-left', 'at least', 0.12],
      ['train-rise', 'at least', 0.1],
    ],
  },
  { rule: memorizingNoise, values: {}, edges: [['over-noise-floor', 'below', -0.1]] },
  { rule: unstable, values: {}, edges: [['spike', 'at least', 0.1]] },
  { rule: saturated, values: {}, edges: [['saturated-units', 'at least', 0.5]] },
  { rule: explodingGradient, values: {}, edges: [['gradient-burst', 'at least', 100]] },
  {
    rule: explodingGradient,
    values: { 'hidden-layers': 5, 'gradient-ratio': 1e5 },
    edges: [
      ['hidden-layers', 'at least', 3],
      ['gradient-ratio', 'at least', 1000],
    ],
  },
  { rule: imbalanced, values: {}, edges: [['largest-class', 'at least', 0.8]] },
]
