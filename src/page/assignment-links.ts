/** The two links of an assignment: the one that a teacher gives out, and the one that a student hands in. */
import type { Assignment } from '../domain/assignment/assignment.ts'
import type { GivenAssignment } from '../domain/assignment/fixed.ts'
import { encodeLink } from '../domain/link/link.ts'
import type { Scene } from '../domain/link/scene.ts'
import { EXACT_ENGINE } from '../domain/run/engines.ts'
import { SETTING_KEYS, type SettingKey } from '../domain/settings/settings.ts'
import { pageUrl } from './urls.ts'

/** It names the engine on which runs come out the same everywhere, so that hand-ins can be compared to the bit. */
const ENGINE = { engine: EXACT_ENGINE } as const

export function assignmentUrl(scene: Scene, allowed: readonly SettingKey[], assignment: Assignment): string {
  const hide = SETTING_KEYS.filter((key) => !allowed.includes(key))
  return `${pageUrl()}#${encodeLink(scene, { ...ENGINE, hide, assignment })}`
}

/** What an assignment is known by, whatever its title: where students begin, what is fixed, and the goal. */
export function assignmentId({ scene, fixed: hide, conditions }: GivenAssignment): string {
  return encodeLink(scene, { hide, assignment: { conditions, title: '' } })
}

/** Whoever opens it finds the assignment where the student began, with the run that was handed in. */
export function handInUrl(given: GivenAssignment, runs: string): string {
  const { scene, fixed: hide } = given
  return `${pageUrl()}#${encodeLink(scene, { ...ENGINE, hide, assignment: given, runs })}`
}
