/**
 * What a person has opened over the page, so that the browser's Back closes what was opened last: each entry of the browser's
 * history knows what was open, from the first to itself. Only what covers the page counts; a change of a setting is no entry.
 */
import type { LessonKey } from '../domain/link/lesson-keys.ts'
import type { AppState } from '../store/state.ts'

export interface Opened {
  readonly lesson: LessonKey | null
  readonly presenting: boolean
  readonly sweeping: boolean
  readonly sideBySide: boolean
  readonly onStage: boolean
  /** How many, one over the other. */
  readonly dialogs: number
}

/** What was open at each entry, of which the last is the present one. */
export type Trail = readonly [...Opened[], Opened]

const VIEWS = ['presenting', 'sweeping', 'sideBySide', 'onStage'] as const

export function openedIn({ lesson, view, dialogs }: Pick<AppState, 'lesson' | 'view' | 'dialogs'>): Opened {
  const { presenting, sweeping, sideBySide, onStage } = view
  return { lesson: lesson?.key ?? null, presenting, sweeping, sideBySide, onStage, dialogs: dialogs.length }
}

const isSame = (a: Opened, b: Opened) =>
  a.lesson === b.lesson && a.dialogs === b.dialogs && VIEWS.every((view) => a[view] === b[view])

/** Whether they differ in dialogs at most: these are not in the address. */
export const isSameUnderDialogs = (a: Opened, b: Opened) => isSame({ ...a, dialogs: 0 }, { ...b, dialogs: 0 })

/** Whether something is open that was not. */
const opensMore = (from: Opened, to: Opened) =>
  to.dialogs > from.dialogs ||
  (to.lesson !== null && to.lesson !== from.lesson) ||
  VIEWS.some((view) => to[view] && !from[view])

/**
 * How the history follows when `now` is open: it goes back to the entry where the same was open, so that opening and closing
 * leaves no entries behind; it gets another entry for what has been opened; else the present entry stands for it. What is
 * opened from a dialog, which closes for it, has the dialog's entry: nothing goes back to a dialog.
 */
export function trailTo(
  trail: Trail,
  now: Opened,
): { readonly back: number } | { readonly push: boolean; readonly trail: Trail } {
  const last = trail.at(-1)!
  const at = trail.findLastIndex((opened) => isSame(opened, now))
  if (at >= 0) return { back: trail.length - 1 - at }
  const isFromDialog = last.dialogs > 0 && now.dialogs <= last.dialogs
  return opensMore(last, now) && !isFromDialog
    ? { push: true, trail: [...trail, now] }
    : { push: false, trail: [...trail.slice(0, -1), now] }
}
