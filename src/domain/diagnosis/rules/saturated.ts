import { atLeast, type Rule } from '../verdict.ts'

/** Most units of a layer stand at their bound, where their slope is 0. */
export const saturated: Rule<'saturated'> = {
  key: 'saturated',
  clauses: (f) => [[atLeast(f, 'saturated-units', 0.5)]],
}
