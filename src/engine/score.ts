import { dataSet } from '../domain/data/registry.ts'
import type { Experiment } from '../domain/experiment.ts'
import type { Score } from '../domain/run.ts'
import type { Sums } from './trainer.ts'

/** Mean loss, and accuracy of classes or R² = 1 − MSE ÷ variance of the part's own targets. */
export function scoreOf(sums: Sums, count: number, { data }: Experiment, variance: number): Score {
  const loss = sums.loss / count
  if (dataSet(data).task === 'classes') return { loss, accuracy: sums.correct / count }
  return { loss, r2: variance > 0 ? 1 - loss / variance : 0 }
}

/** Population variance. */
export function targetVariance(targets: Float32Array): number {
  const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length
  return targets.reduce((sum, value) => sum + (value - mean) ** 2, 0) / targets.length
}
