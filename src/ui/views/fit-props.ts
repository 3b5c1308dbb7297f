import type { DataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { Source } from '../../domain/table/source.ts'

export interface FitProps {
  readonly set: DataSet
  readonly experiment: Experiment
  readonly source: Source | undefined
  /** The network's outputs at the probe rows (domain/data/probe.ts). */
  readonly outputs: Float32Array | null
  /** Those of the network that this one is a change of; null where there is none. */
  readonly before: Float32Array | null
}
