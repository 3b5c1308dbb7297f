/** How a run is trained, besides what its experiment says: none of it changes the run's numbers. */
import type { Checkpoint } from '../../protocol/checkpoint.ts'
import type { Pace } from '../../protocol/command.ts'

export interface TrainingOptions {
  readonly from: Checkpoint | null
  /** Train one epoch, then pause. */
  readonly oneEpoch: boolean
  readonly pace: Pace
  /** The most operations in a chunk of work, between two looks at the messages (chunks.ts). */
  readonly chunkFlops: number
  /** Keep few epochs, because each has to be read from a device. */
  readonly keepFew?: boolean
}
