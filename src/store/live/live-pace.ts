/**
 * How live mode keeps pace with a hand: whether a run is shown whole or while it grows, and whether one under way is cut
 * off when the controls move on. All times in ms.
 */

/** A run that takes no longer is shown whole, once it is done. */
const SHOWN_WHOLE = 150
/** A run of unknown length that goes on for so long is shown while it grows. */
const UNKNOWN = 80
/** What ends so soon is let end: telling it to stop would take as long. */
const NEARLY_DONE = 16
/** Runs that take two frames always end, however fast the hand is. */
const INSTANT = 40
/** A hand that never rests sees a new run after so long at the latest, if runs are short. */
const UNSEEN = 100

/** After how long a run in progress is put on the charts. `expected` is null where nothing like it was measured. */
export function shownAfter(expected: number | null): number {
  if (expected === null) return UNKNOWN
  return expected > SHOWN_WHOLE ? 0 : SHOWN_WHOLE
}

interface UnderWay {
  readonly elapsed: number
  readonly expected: number | null
  /** Since a run was last put on the charts, or the hand began to move. */
  readonly unseen: number
}

/** Whether a run that is no longer wanted may end, because its end is near or nothing was seen for too long. */
export function mayEnd({ elapsed, expected, unseen }: UnderWay): boolean {
  if (expected === null || expected > SHOWN_WHOLE || elapsed > SHOWN_WHOLE) return false
  return expected <= INSTANT || expected - elapsed <= NEARLY_DONE || unseen >= UNSEEN
}
