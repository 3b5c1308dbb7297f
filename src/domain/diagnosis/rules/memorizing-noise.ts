import { below, type Rule } from '../verdict.ts'

/** Training is below what anybody could reach who does not know the noise by heart. */
export const memorizingNoise: Rule<'memorizing-noise'> = {
  key: 'memorizing-noise',
  clauses: (f) => [[below(f, 'train-left', -0.1)]],
}
