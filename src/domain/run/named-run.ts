import type { Experiment } from '../experiment/experiment.ts'
import type { PresetKey } from '../experiment/presets.ts'
import type { Change } from '../settings/changes.ts'
import type { Branch } from './branch.ts'

/** What the name of a run is made from. */
export interface NamedRun {
  /** The name that a person gave; null for a run that is named by its differences. */
  readonly name: string | null
  /** The run's own copy of the experiment: the controls may show another by now. */
  readonly experiment: Experiment
  readonly preset: PresetKey | null
  /** The differences from the scene that it was started from. */
  readonly changes: readonly Change[]
  /** The differences from an earlier run that would have the same name. */
  readonly apart?: readonly Change[]
  /** Another run of the comparison has the same value and differs in its other settings. */
  readonly sharesValue?: true
  /** 2, 3, …: how many runs of this name have been started. */
  readonly repetition?: number
  /** The value of the compared setting, if a comparison started it. */
  readonly lineupValue: Pick<Change, 'key' | 'to'> | null
  /** Where it began, if not with the weights of its seed: its epochs up to there are those of another run. */
  readonly branch?: Branch
}
