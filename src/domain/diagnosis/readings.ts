/** The losses that a verdict's sentence quotes: as they stand on the curves, so that they can be found there. */
import type { EpochRow } from '../run/run.ts'
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

export function readingsOf({ rows }: JudgedRun): Readings {
  const last = rows.at(-1)
  const lowest = rows.length === 0 ? undefined : rows.reduce(lower)
  return {
    epoch: rows.length,
    train: last?.train.loss ?? Number.NaN,
    validation: last?.validation.loss ?? Number.NaN,
    lowest: lowest?.validation.loss ?? Number.NaN,
    lowestAt: lowest?.epoch ?? 0,
  }
}

const lower = (a: EpochRow, b: EpochRow) => (b.validation.loss < a.validation.loss ? b : a)
