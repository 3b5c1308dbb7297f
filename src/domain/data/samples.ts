/** Samples of one part, as they are drawn and as the network gets them. */
import type { Numbers } from '../table/table.ts'

export interface Samples<N extends Numbers = Float32Array> {
  readonly count: number
  /** Row-major, `inputSize` numbers a sample. */
  readonly inputs: N
  /** Class number or regression target of each sample, label noise included. */
  readonly targets: N
  /** 1 where label noise replaced the class. */
  readonly flipped: Uint8Array
}

/** In the units of the data; float64 where a person's table does not fit into float32. */
export type RawSamples = Samples<Numbers>
