/** A history of 50 epochs that must have the same bits wherever and whenever it is computed. */
import { createHash } from 'node:crypto'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import type { EpochRow } from '../../domain/run/run.ts'

export const PINNED = {
  data: { set: 'circle', train: 60, validation: 40 },
  model: { layers: [{ units: 8 }, { units: 5, activation: 'gelu' }, { units: 6, activation: 'elu' }] },
  regularization: { dropout: 0.1, l1: 1e-4, l2: 1e-3 },
  optimizer: { kind: 'adam', clipNorm: 1 },
  training: { batchSize: 7, epochs: 50 },
  earlyStopping: null,
} as const satisfies ExperimentInput

export const PINNED_HASH = '0edfe26ae5bb030b1beb283d78cb135f6e70b52ecc4e320fd22dab31e33c4987'

/** Only wall time may differ. */
export const untimed = (rows: readonly EpochRow[]) => rows.map(({ seconds: _, ...row }) => row)

/** Of what has always been measured. */
export function hashOf(rows: readonly EpochRow[]): string {
  const before = untimed(rows).map(
    ({ validationError: _, updates: __, inactive: ___, fitLoss: ____, ...row }) => row,
  )
  return createHash('sha256').update(JSON.stringify(before)).digest('hex')
}
