/** What the bench measures: anything that can train an experiment's network for a number of epochs. */

import type { Experiment } from '../../../src/domain/experiment/experiment.ts'
import type { Source } from '../../../src/domain/table/source.ts'

export interface Work {
  readonly experiment: Experiment
  /** The samples, where the data set is packed. */
  readonly source: Source | null
  /**
   * Whether the training loss must be that of the weights an epoch ends with. A library that reports the mean over the
   * epoch's batches for nothing is spared the second look where this is false.
   */
  readonly frozenTrainingLoss: boolean
}

/** The mean data loss of both parts. */
export interface Losses {
  readonly train: number
  readonly validation: number
}

export interface Trained extends Losses {
  /** The wall time of all the epochs in ms: data and network are ready before, and results are on the page after. */
  readonly ms: number
}

export interface Contestant {
  readonly name: string
  /** The device it runs on, once known. */
  readonly device: string | null
  prepare(work: Work): Promise<void>
  /** Trains for k epochs, both losses taken at the end of each. Only the first call is sure to start from the first weights. */
  epochs(k: number): Promise<Trained>
  dispose(): void
}

/** Trains for k more epochs; returns the losses of the last. */
export type Epochs = (k: number) => Promise<Losses>
/** Builds network and data. */
export type Prepare = (work: Work) => Promise<Epochs>
