/** Standardizing: to mean 0 and deviation 1. */
import type { Numbers } from '../table/table.ts'

export interface Scaling {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** Mean and population deviation of each column; a constant column keeps deviation 1. */
export function columnScaling(rows: Numbers, columns: number): Scaling {
  const count = rows.length / columns
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (let i = 0; i < rows.length; i++) mean[i % columns]! += rows[i]! / count
  for (let i = 0; i < rows.length; i++)
    deviation[i % columns]! += (rows[i]! - mean[i % columns]!) ** 2 / count
  for (let j = 0; j < columns; j++) deviation[j] = Math.sqrt(deviation[j]!) || 1
  return { mean, deviation }
}

/** Centred and scaled in float64, then rounded: values whose spread is small beside their size stay different values. */
export function standardized(rows: Numbers, { mean, deviation }: Scaling): Float32Array {
  const columns = mean.length
  const out = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) out[i] = (rows[i]! - mean[i % columns]!) / deviation[i % columns]!
  return out
}
