/** Hysteresis: the verdict on a run that goes on changes only when another has held for a while. */
import type { Verdict } from './verdict.ts'

export interface Settled {
  readonly verdict: Verdict
  /** What was found since `since`, if it differs from the verdict that is shown. */
  readonly other: Verdict | null
  readonly since: number
}

/** Epochs that another verdict must hold: a fifth of the run so far. */
const HOLD = 0.2
const LEAST = 5

/** What is shown after `epoch`, where `found` was found and `before` was shown until now; null at first. */
export function settle(before: Settled | null, found: Verdict, epoch: number): Settled {
  // Divergence is a fact, and "too early" says only that nothing is known.
  if (before === null || found === 'diverging' || before.verdict === 'too-early' || found === before.verdict)
    return { verdict: found, other: null, since: epoch }
  if (found !== before.other) return { verdict: before.verdict, other: found, since: epoch }
  const hasHeld = epoch - before.since >= Math.max(LEAST, epoch * HOLD)
  return hasHeld ? { verdict: found, other: null, since: epoch } : before
}
