/**
 * The epochs of a run as the rules read them: in columns where every epoch counts, so that a hundred thousand of them
 * are judged between two pictures of the screen.
 */
import { median } from '../numbers/median.ts'
import type { EpochRow } from '../run/run.ts'

export interface EpochColumns {
  readonly length: number
  /** Losses, by epoch from the first. */
  readonly train: Float64Array
  readonly validation: Float64Array
  /** Standard errors of the validation loss; NaN where they were not measured. */
  readonly validationError: Float64Array
  /** The largest gradient over the layers. */
  readonly gradient: Float64Array
  /** ‖ΔW‖/‖W‖ of the middle kernel in an epoch, from 1; NaN where it was not measured. */
  update(epoch: number): number
  /** An epoch, from 1. */
  row(epoch: number): EpochRow | undefined
}

export function columnsOf(rows: readonly EpochRow[]): EpochColumns {
  const column = (of: (row: EpochRow) => number) => Float64Array.from(rows, of)
  return {
    length: rows.length,
    train: column((row) => row.train.loss),
    validation: column((row) => row.validation.loss),
    validationError: column((row) => row.validationError ?? Number.NaN),
    gradient: column(({ gradients }) => Math.max(...gradients)),
    update: (epoch) => median(rows[epoch - 1]?.updates ?? []),
    row: (epoch) => rows[epoch - 1],
  }
}

/** Its first epochs. */
export function upTo(epochs: EpochColumns, length: number): EpochColumns {
  const { train, validation, validationError, gradient } = epochs
  if (length >= epochs.length) return epochs
  return {
    ...epochs,
    length,
    train: train.subarray(0, length),
    validation: validation.subarray(0, length),
    validationError: validationError.subarray(0, length),
    gradient: gradient.subarray(0, length),
  }
}
