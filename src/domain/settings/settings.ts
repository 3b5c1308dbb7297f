/**
 * Every setting of an experiment under the one short name it has in links, in `hide=`, in run names and as the id of its
 * control. The order here is the order of links and run names. What is about a setting alone stands with its group
 * (experiment/*-settings.ts).
 */
import { DATA_SETTINGS } from '../experiment/data-settings.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { MODEL_SETTINGS } from '../experiment/model-settings.ts'
import { LOSS_SETTINGS, OPTIMIZER_SETTINGS } from '../experiment/optimizer-settings.ts'
import { REGULARIZATION_SETTINGS } from '../experiment/regularization-settings.ts'
import type { Panel, Place } from '../experiment/setting.ts'
import { EARLY_STOPPING_SETTINGS, SEED_SETTINGS, TRAINING_SETTINGS } from '../experiment/training-settings.ts'

export { PANELS, type Panel } from '../experiment/setting.ts'

export const SETTINGS = {
  ...DATA_SETTINGS,
  ...MODEL_SETTINGS,
  ...REGULARIZATION_SETTINGS,
  ...LOSS_SETTINGS,
  ...OPTIMIZER_SETTINGS,
  ...TRAINING_SETTINGS,
  ...EARLY_STOPPING_SETTINGS,
  ...SEED_SETTINGS,
}

type Groups = Omit<Experiment, 'version'>
/** Where values live in an experiment. */
type Path = {
  readonly [Group in keyof Groups]: Groups[Group] extends string
    ? readonly [Group]
    : Fields<Group, NonNullable<Groups[Group]>>
}[keyof Groups]
type Fields<Group, Of> = { readonly [Name in keyof Of & string]-?: readonly [Group, Name] }[keyof Of & string]

/** Does not compile, and names the path, where a part of an experiment has no setting or a setting has no such part. */
type Covered = (typeof SETTINGS)[SettingKey]['path']
type Unmatched = Exclude<Path, Covered> | Exclude<Covered, Path>
true satisfies [Unmatched] extends [never] ? true : Unmatched

export type SettingKey = keyof typeof SETTINGS

/** The settings whose controls stand in a panel at once, and those under its "More settings". */
export type ShownSetting<On extends Panel> = SettingAt<Place<On, false>>
export type FoldedSetting<On extends Panel> = SettingAt<Place<On, true>>
type SettingAt<Where> = {
  [Key in SettingKey]: (typeof SETTINGS)[Key] extends Where ? Key : never
}[SettingKey]

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[]

export function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key)
}
