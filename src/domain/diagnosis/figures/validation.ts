/** How far validation has risen from its minimum, how far it lies above training, and how surely that is known. */
import { dataSet } from '../../data/registry.ts'
import { runningMedian } from '../../numbers/median.ts'
import type { JudgedRun } from '../judged-run.ts'
import type { Stretch } from '../verdict.ts'
import { figure, indexOf } from './figure.ts'
import type { Losses } from './losses.ts'

export function validationFigures(run: JudgedRun, losses: Losses) {
  const { train, validation, trainLast, validationLast, trainError, validationError, tail, share } = losses
  const calm = runningMedian(validation, 2)
  const lowest = indexOf(calm, (value, best) => value < best)
  const sinceLowest: Stretch = [lowest + 1, run.epochs.length]
  const rise = validationLast - calm[lowest]!
  const trainRise = trainLast - (runningMedian(train, 2)[lowest] ?? Number.NaN)
  const gap = validationLast - trainLast
  return {
    'train-rise': figure(share(trainRise), sinceLowest),
    'validation-rise': figure(rise / calm[lowest]!, sinceLowest),
    'validation-rise-explainable': figure(share(rise), sinceLowest),
    'validation-rise-errors': figure(rise / validationError, sinceLowest),
    'shared-rise': figure(rise > 0 ? trainRise / rise : 0, sinceLowest),
    gap: figure(share(gap), tail),
    'gap-errors': figure(gap / Math.hypot(validationError, trainError), tail),
    'gap-over-train': figure(Math.min(1000, gap / Math.max(trainLast - run.levels.reachable, 1e-9)), tail),
    'validation-uncertainty': figure(Math.max(share(2 * validationError), unseenErrors(run)), tail),
  }
}

/**
 * Of samples that are all classified right as many as three in `n` may still be wrong (the "rule of three", Hanley and
 * Lippman-Hand 1983): such a share of wrong answers no standard error shows. Numbers are all wrong by something.
 */
function unseenErrors({ experiment, samples }: JudgedRun): number {
  return dataSet(experiment.data).task === 'classes' ? 3 / samples.validation : 0
}
