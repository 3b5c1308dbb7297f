import { atLeast, below, type Rule } from '../verdict.ts'

/**
 * Sigmoid networks of five layers begin at 2e-4, every tanh and ReLU network of that depth above 0.25: the threshold
 * stands well between them. A loss that jumps makes the same of any network, by saturating it: that is another cause.
 */
export const vanishingGradient: Rule<'vanishing-gradient'> = {
  key: 'vanishing-gradient',
  clauses: (f) => [
    [
      atLeast(f, 'train-left', 0.3),
      atLeast(f, 'hidden-layers', 3),
      below(f, 'gradient-ratio', 1e-3),
      below(f, 'step-size', 0.1),
    ],
  ],
}
