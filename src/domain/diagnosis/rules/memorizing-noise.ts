import { below, type Rule } from '../verdict.ts'

/**
 * Training is below what anybody could reach who does not know the replaced labels, or the noise on the targets, by heart,
 * and by more than few samples may be by chance.
 */
export const memorizingNoise: Rule<'memorizing-noise'> = {
  key: 'memorizing-noise',
  clauses: (f) => [[below(f, 'over-noise-floor', -0.1), below(f, 'over-noise-errors', -1.5)]],
}
