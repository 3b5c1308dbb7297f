import { dataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { rSquared } from '../../domain/run/constant-answer.ts'
import type { Score } from '../../domain/run/run.ts'
import type { Sums } from './trainer.ts'

/** Mean loss, and accuracy for classes or R² for numbers; `variance` is that of the part's own targets. */
export function scoreOf(sums: Sums, count: number, { data }: Experiment, variance: number): Score {
  const loss = sums.loss / count
  if (dataSet(data).task === 'classes') return { loss, accuracy: sums.correct / count }
  return { loss, r2: rSquared(loss, variance) }
}
