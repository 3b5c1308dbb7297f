import { atLeast, type Rule } from '../verdict.ts'

/** Losses that are no numbers, or far above what one answer to everything would score. */
export const diverging: Rule<'diverging'> = {
  key: 'diverging',
  clauses: (f) => [[atLeast(f, 'not-finite', 1)], [atLeast(f, 'loss-over-constant', 1.5)]],
}
