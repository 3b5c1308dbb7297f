import { FEWEST_EPOCHS } from '../judged-run.ts'
import { below, type Rule } from '../verdict.ts'

/** A median of three epochs and a first one to compare it with are the least that says anything. */
export const tooEarly: Rule<'too-early'> = {
  key: 'too-early',
  clauses: (f) => [[below(f, 'epochs', FEWEST_EPOCHS)]],
}
