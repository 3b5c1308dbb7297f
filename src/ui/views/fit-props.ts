import type { DataSet } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { Source } from '../../domain/table/source.ts'

export interface FitProps {
  readonly set: DataSet
  readonly experiment: Experiment
  readonly source: Source | undefined
  /** The network's outputs at the probe rows (domain/data/probe.ts), without those for wrong labels. */
  readonly outputs: Float32Array | null
}
