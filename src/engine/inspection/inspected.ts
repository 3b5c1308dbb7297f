/** The network that is looked into: its weights at one moment, and trainers of its engine that begin with them. */
import type { Dataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { Source } from '../../domain/table/source.ts'
import type { Trainer } from '../training/trainer.ts'

export interface Inspected {
  readonly experiment: Experiment
  readonly source: Source | undefined
  /** In the order of `weightTensors`. */
  readonly weights: Float32Array
  /** What the network is trained on, encoded. */
  parts(): Dataset['parts']
  /** The most rows to answer for, where that is limited. */
  readonly most: number
  /** Lends a trainer of other weights, or of these; it is gone afterwards. */
  borrow<T>(
    use: (trainer: Trainer) => T,
    more?: {
      readonly experiment?: Experiment
      readonly weights?: Float32Array
      readonly parts?: Partial<Dataset['parts']>
    },
  ): T
}
