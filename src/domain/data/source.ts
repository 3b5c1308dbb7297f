/** Samples that are not generated: a file's, a person's table's, or drawn points'. */
import type { DataSettings } from '../experiment.ts'
import { dataSet } from './registry.ts'

export interface Source {
  /** Row-major: bytes of images, numbers of everything else. */
  readonly inputs: Uint8Array | Float32Array | Float64Array
  /** Class number or number to predict of each sample. */
  readonly targets: Uint8Array | Float32Array | Float64Array
  /** Of a table that says itself which part a row belongs to: 0 train, 1 validation, 2 test. */
  readonly partOf?: Uint8Array
}

/** Under which name samples are supplied to those who train; null where the experiment has all it takes. */
export function sourceKey(data: DataSettings): string | null {
  const set = dataSet(data)
  if (set.kind === 'generated' || set.from === 'points') return null
  return set.from === 'table' ? data.rows!.digest : data.set
}

/**
 * Why samples did not arrive. `unreachable`: no connection, or it broke off; `missing`: the server has no such file; `damaged`: it is not what
 * it should be.
 */
export type DownloadProblem = 'unreachable' | 'missing' | 'damaged'
