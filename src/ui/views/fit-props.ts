import type { DataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'

export interface FitProps {
  readonly set: DataSet
  readonly experiment: Experiment
  /** The network's outputs at the probe rows (domain/data/probe.ts). */
  readonly outputs: Float32Array | null
  /** Those of the network that this one is a change of; null where there is none. */
  readonly before: Float32Array | null
}
