import { atLeast, type Rule } from '../verdict.ts'

/** One epoch had a gradient far beyond what was usual before it, or the first layer's is far beyond the last's. */
export const explodingGradient: Rule<'exploding-gradient'> = {
  key: 'exploding-gradient',
  clauses: (f) => [
    [atLeast(f, 'gradient-burst', 100)],
    [atLeast(f, 'hidden-layers', 3), atLeast(f, 'gradient-ratio', 1e3)],
  ],
}
