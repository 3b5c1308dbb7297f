/** Every threshold of every rule, written down a second time. */
import type { Clause } from './clause.testing.ts'
import { diverging } from './rules/diverging.ts'
import { explodingGradient } from './rules/exploding-gradient.ts'
import { imbalanced } from './rules/imbalanced.ts'
import { memorizingNoise } from './rules/memorizing-noise.ts'
import { noisyValidation } from './rules/noisy-validation.ts'
import { overRegularized } from './rules/over-regularized.ts'
import { overfitting } from './rules/overfitting.ts'
import { saturated } from './rules/saturated.ts'
import { tooEarly } from './rules/too-early.ts'
import { underfitting } from './rules/underfitting.ts'
import { unstable } from './rules/unstable.ts'
import { TRAINING_CLAUSES } from './training-thresholds.testing.ts'

export const CLAUSES: readonly Clause[] = [
  ...TRAINING_CLAUSES,
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
    rule: overfitting,
    values: { 'train-left-surely': 0.8, 'epochs-discarded': 20, 'fall-discarded': 0.2 },
    edges: [
      ['train-left-surely', 'at least', 0.5],
      ['epochs-discarded', 'at least', 10],
      ['fall-discarded', 'at least', 0.05],
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
  {
    rule: memorizingNoise,
    values: { 'over-noise-floor': -0.5, 'over-noise-errors': -5 },
    edges: [
      ['over-noise-floor', 'below', -0.1],
      ['over-noise-errors', 'below', -1.5],
    ],
  },
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
