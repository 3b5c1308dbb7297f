import { atLeast, type Rule } from '../verdict.ts'

/** A whole layer that never fires passes nothing on, and no gradient comes back through it. */
export const deadRelu: Rule<'dead-relu'> = {
  key: 'dead-relu',
  clauses: (f) => [[atLeast(f, 'train-left', 0.5), atLeast(f, 'dead-units', 0.8)]],
}
