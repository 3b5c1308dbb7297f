import { dataSet } from '../../domain/data/registry.ts'
import type { Samples } from '../../domain/data/samples.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { meanSquare } from '../../domain/numbers/moments.ts'
import { rSquared } from '../../domain/run/constant-answer.ts'
import type { Score } from '../../domain/run/run.ts'
import type { Sums, Trainer } from './trainer.ts'

/** Mean loss, and accuracy for classes or R² for numbers; `variance` is that of the part's own targets. */
export function scoreOf(sums: Sums, count: number, { data }: Experiment, variance: number): Score {
  const loss = sums.loss / count
  if (dataSet(data).task === 'classes') return { loss, accuracy: sums.correct / count }
  return { loss, r2: rSquared(loss, variance) }
}

/** The score of the trainer's weights on the test part, which it must have. */
export function testScore(trainer: Trainer, experiment: Experiment, test: Samples): Score {
  const rows = rowsAtOnce(experiment)
  for (let from = 0; from < test.count; from += rows)
    trainer.measure('test', from, Math.min(from + rows, test.count))
  return scoreOf(trainer.report().test, test.count, experiment, meanSquare(test.targets))
}
