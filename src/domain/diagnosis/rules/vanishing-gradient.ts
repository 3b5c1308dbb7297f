import { atLeast, below, type Rule } from '../verdict.ts'

/**
 * Sigmoid networks of five layers begin at 2e-4, of four at 2e-3 and of three at 1e-2; of all others with three layers or
 * more none begins below 0.05. At less than 1/1000 the first layers stand still for certain; at less than 3/100 they are the
 * cause where nothing was learned at all and nothing is being learned. A loss that jumps makes the same of any network, by
 * saturating it: that is another cause.
 */
export const vanishingGradient: Rule<'vanishing-gradient'> = {
  key: 'vanishing-gradient',
  clauses: (f) => {
    const deepAndCalm = [atLeast(f, 'hidden-layers', 3), below(f, 'step-size', 0.1)]
    return [
      [atLeast(f, 'train-left', 0.3), below(f, 'gradient-ratio', 1e-3), ...deepAndCalm],
      [
        atLeast(f, 'train-left', 0.9),
        below(f, 'progress', 0.02),
        below(f, 'gradient-ratio', 0.03),
        ...deepAndCalm,
      ],
    ]
  },
}
