/** The losses that a verdict's sentence quotes: as they stand on the curves, so that they can be found there. */
import type { JudgedRun } from './judged-run.ts'

export interface Readings {
  /** The last epoch that was judged. */
  readonly epoch: number
  /** Losses of that epoch. */
  readonly train: number
  readonly validation: number
  /** The lowest validation loss and its epoch. */
  readonly lowest: number
  readonly lowestAt: number
}

export function readingsOf({ epochs }: JudgedRun): Readings {
  const { length, train, validation } = epochs
  let lowest = 0
  for (let i = 1; i < length; i++) if (validation[i]! < validation[lowest]!) lowest = i
  return {
    epoch: length,
    train: train[length - 1] ?? Number.NaN,
    validation: validation[length - 1] ?? Number.NaN,
    lowest: validation[lowest] ?? Number.NaN,
    lowestAt: length === 0 ? 0 : lowest + 1,
  }
}
