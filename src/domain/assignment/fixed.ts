/** What an assignment leaves alone, and what a run changed of it. */
import type { Experiment } from '../experiment/experiment.ts'
import type { Scene } from '../link/scene.ts'
import { type Change, changes } from '../settings/changes.ts'
import type { SettingKey } from '../settings/settings.ts'
import type { Assignment } from './assignment.ts'

/** An assignment as a link gave it out. */
export interface GivenAssignment extends Assignment {
  /** Where every student starts. */
  readonly scene: Scene
  /** The settings that stay as they are. */
  readonly fixed: readonly SettingKey[]
  /** The settings of the link that could not be read here, such as a table that this browser does not have. */
  readonly unread: readonly SettingKey[]
}

/** The changes of an experiment that the assignment does not allow. */
export function forbiddenChanges(
  { scene, fixed }: Pick<GivenAssignment, 'scene' | 'fixed'>,
  experiment: Experiment,
): readonly Change[] {
  return changes(scene.experiment, experiment).filter(({ key }) => fixed.includes(key))
}
