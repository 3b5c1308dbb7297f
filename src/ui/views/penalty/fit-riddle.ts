/** What `fit` of Keras would have printed, beside what was measured. */
import { isFitScored } from '../../../domain/run/fit-loss.ts'
import type { EpochRow } from '../../../domain/run/run.ts'

export interface FitRow extends EpochRow {
  readonly fitLoss: number
}

/** The epochs up to `latest` in which it was measured. */
export function fitRows(latest: number, row: (epoch: number) => EpochRow | null): FitRow[] {
  const rows: FitRow[] = []
  for (let epoch = 1; epoch <= latest; epoch++) {
    const found = isFitScored(epoch) ? row(epoch) : null
    if (found?.fitLoss !== undefined && Number.isFinite(found.fitLoss))
      rows.push({ ...found, fitLoss: found.fitLoss })
  }
  return rows
}

/** Keras adds the penalty to the validation loss that it prints as well. */
export const printedValidation = ({ validation, penalty }: EpochRow) => validation.loss + penalty

/** The last epoch in which the printed losses say that validation is below training, and the data losses that it is not. */
export function lastRiddle(rows: readonly FitRow[]): FitRow | null {
  return (
    rows.findLast((row) => row.fitLoss > printedValidation(row) && row.train.loss <= row.validation.loss) ??
    null
  )
}
