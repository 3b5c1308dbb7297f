/** The losses that a verdict's sentence quotes. */
import { median, runningMedian } from '../numbers/medians.ts'
import type { JudgedRun } from './judged-run.ts'

export interface Readings {
  /** The last epoch that was judged. */
  readonly epoch: number
  /** Typical losses of the last epochs. */
  readonly train: number
  readonly validation: number
  /** The minimum of the validation loss, single dips apart, and its epoch. */
  readonly lowest: number
  readonly lowestAt: number
  /** Validation loss of the best constant answer. */
  readonly constant: number
}

export function readingsOf({ rows, levels }: JudgedRun): Readings {
  const tail = rows.slice(-Math.max(3, Math.round(rows.length / 20)))
  const calm = runningMedian(
    rows.map(({ validation }) => validation.loss),
    2,
  )
  const at = calm.reduce((best, value, i) => (value < calm[best]! ? i : best), 0)
  return {
    epoch: rows.length,
    train: median(tail.map(({ train }) => train.loss)),
    validation: median(tail.map(({ validation }) => validation.loss)),
    lowest: calm[at] ?? Number.NaN,
    lowestAt: at + 1,
    constant: levels.validation.constant,
  }
}
