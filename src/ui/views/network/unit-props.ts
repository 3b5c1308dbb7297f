import type { UnitPlace } from '../../../charts/network/diagram-units.ts'
import type { UnitMap } from '../../../charts/network/unit-map.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import type { UnitsSight } from './unit-maps.ts'
import type { WeightEdits } from './use-weight-edits.ts'

/** What is told of one unit. */
export interface UnitProps {
  readonly experiment: Experiment
  readonly sight: UnitsSight
  readonly maps: readonly (readonly UnitMap[])[]
  readonly factors: readonly Float32Array[] | null
  readonly unit: UnitPlace
  readonly pinned: boolean
  /** Sets weights of the pinned unit; null where they can only be looked at. */
  readonly edits: WeightEdits | null
}
