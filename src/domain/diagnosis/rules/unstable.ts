import { atLeast, type Rule } from '../verdict.ts'

/** Training jumped up in one epoch. */
export const unstable: Rule<'unstable'> = {
  key: 'unstable',
  clauses: (f) => [[atLeast(f, 'spike', 0.1)]],
}
