import type { DataSet } from '../../../domain/data/registry.ts'
import type { RawSamples } from '../../../domain/data/samples.ts'
import type { Experiment, Part } from '../../../domain/experiment/experiment.ts'

/** The samples of a part, and what a network answered for the first of them. */
export interface Answered {
  readonly experiment: Experiment
  readonly set: DataSet
  readonly part: Part
  readonly samples: RawSamples
  /** Row-major; null before any run. */
  readonly outputs: Float32Array | null
  readonly large: boolean
}
