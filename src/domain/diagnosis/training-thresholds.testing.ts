/** Every threshold of the rules that say why training fails, or that it has not ended. */

import type { Clause } from './clause.testing.ts'
import { deadRelu } from './rules/dead-relu.ts'
import { learningRateTooLarge } from './rules/learning-rate-too-large.ts'
import { learningRateTooSmall } from './rules/learning-rate-too-small.ts'
import { stillImproving } from './rules/still-improving.ts'
import { vanishingGradient } from './rules/vanishing-gradient.ts'

/** That training still falls tells a curve that seldom rises, one that falls by more than it jumps, and one that never rises. */
const FALLING: readonly Omit<Clause, 'rule'>[] = [
  {
    values: { progress: 0.1, 'rising-epochs': 0.2 },
    edges: [
      ['progress', 'at least', 0.02],
      ['rising-epochs', 'below', 0.3],
    ],
  },
  {
    values: { progress: 0.3, 'train-fall': 0.5, 'step-size': 0.05 },
    edges: [
      ['progress', 'at least', 0.05],
      ['train-fall', 'at least', 0.3],
    ],
  },
  { values: { progress: 0.1, 'train-fall': 0.5 }, edges: [['progress', 'at least', 0.02]] },
  {
    values: { progress: 0.01, 'rising-epochs': 0 },
    edges: [
      ['progress', 'at least', 0.0075],
      ['rising-epochs', 'below', 0.1],
    ],
  },
]
const NOT_RISING = [
  ['validation-rise-explainable', 'below', 0.02],
  ['validation-rise-errors', 'below', 2],
] as const
const IMPROVING = FALLING.flatMap(({ values, edges }) =>
  NOT_RISING.map(
    (edge): Omit<Clause, 'rule'> => ({
      values: { 'train-left': 0.4, 'epochs-discarded': 0, [edge[0]]: 0, ...values },
      edges: [['train-left', 'at least', 0.12], ['epochs-discarded', 'below', 5], edge, ...edges],
    }),
  ),
)

export const TRAINING_CLAUSES: readonly Clause[] = [
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
    rule: vanishingGradient,
    values: { 'train-left': 1, 'hidden-layers': 5, 'gradient-ratio': 0.01, 'step-size': 0.01, progress: 0 },
    edges: [
      ['train-left', 'at least', 0.9],
      ['hidden-layers', 'at least', 3],
      ['gradient-ratio', 'below', 0.03],
      ['step-size', 'below', 0.1],
      ['progress', 'below', 0.02],
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
  // A plateau high up needs larger jumps: a tenth of what is left.
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 0.8, 'rising-epochs': 0.5, 'step-size': 0.2, progress: 0 },
    edges: [['step-size', 'at least', 0.08]],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 0.8, 'rising-epochs': 0.5, 'step-size': 0.05, 'saturated-units': 0.8 },
    edges: [
      ['train-left', 'at least', 0.05],
      ['rising-epochs', 'at least', 0.2],
      ['step-size', 'at least', 0.03],
      ['saturated-units', 'at least', 0.5],
    ],
  },
  {
    rule: learningRateTooLarge,
    values: { 'train-left': 1, 'rising-epochs': 0.5, 'step-size': 0.05, 'loss-over-constant': 2 },
    edges: [
      ['train-left', 'at least', 0.05],
      ['rising-epochs', 'at least', 0.2],
      ['step-size', 'at least', 0.03],
      ['loss-over-constant', 'at least', 1.05],
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
    values: { 'train-left': 0.5, 'update-ratio-early': 1e-5, 'update-ratio-late': 1e-5, 'train-fall': 0 },
    edges: [
      ['train-left', 'at least', 0.3],
      ['update-ratio-early', 'below', 3e-4],
      ['update-ratio-late', 'below', 3e-4],
      ['train-fall', 'below', 0.05],
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
  ...IMPROVING.map(
    ({ values, edges }): Clause => ({
      rule: learningRateTooSmall,
      values: { ...values, 'update-ratio-late': 1e-5 },
      edges: [...edges, ['update-ratio-late', 'below', 3e-4]],
    }),
  ),
  ...IMPROVING.map((clause): Clause => ({ rule: stillImproving, ...clause })),
]
