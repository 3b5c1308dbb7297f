/** What a remedy changed, measured: one number of a run and of its remedy, and which of the two is better. */
import type { Experiment } from '../../experiment/experiment.ts'
import { median } from '../../numbers/median.ts'
import { type EpochRow, gap, type Outcome, quality } from '../../run/run.ts'
import type { Verdict } from '../verdict.ts'

/**
 * What two runs are compared by, of the weights that they keep: their validation loss; where that is known too roughly,
 * its standard error; where they minimize different losses, the accuracy of both.
 */
export type Yardstick = 'loss' | 'error' | 'quality'

export function yardstick(verdict: Verdict, before: Experiment, after: Experiment): Yardstick {
  if (verdict === 'noisy-validation') return 'error'
  return before.loss === after.loss ? 'loss' : 'quality'
}

/** What of an ended run a remedy is measured by. */
export interface End {
  readonly diverged: boolean
  readonly loss: number
  /** Standard error of the loss; NaN where it was not measured. */
  readonly error: number
  /** Accuracy, or R². */
  readonly quality: number
  readonly gap: number | null
}

/** `kept` is the epoch whose weights the run keeps. null of a run that goes on, failed, or ended without an epoch. */
export function endOf(outcome: Outcome | null, kept: EpochRow | null): End | null {
  if (outcome === null || outcome.kind === 'failed') return null
  const diverged = outcome.kind === 'diverged'
  if (kept === null && !diverged) return null
  return {
    diverged,
    loss: kept?.validation.loss ?? Number.NaN,
    error: kept?.validationError ?? Number.NaN,
    quality: kept ? quality(kept.validation) : Number.NaN,
    gap: kept && gap(kept),
  }
}

/** Smaller is better. A run that diverged is worse than every other. */
function cost(end: End, by: Yardstick): number {
  if (end.diverged) return Number.POSITIVE_INFINITY
  return by === 'quality' ? -end.quality : end[by]
}

/** Below 0 where the remedy made it better, above where worse, 0 where it changed nothing; NaN where nobody knows. */
export function effect(before: End, after: End, by: Yardstick): number {
  const [was, is] = [cost(before, by), cost(after, by)]
  return was === is ? 0 : is - was
}

/** What the seeds say together of a remedy, `undefined` of those that have not ended, null of those that failed. */
export interface SeedEffects {
  /** Seeds of which both runs have ended. */
  readonly seeds: number
  readonly better: number
  readonly worse: number
  /** Medians; infinite where more than half of the runs diverged. */
  readonly was: number
  readonly is: number
}

export type SeedEnds = readonly (readonly [End | null | undefined, End | null | undefined])[]

export function seedEffects(pairs: SeedEnds, by: Yardstick): SeedEffects {
  const ended = pairs.flatMap(([before, after]) => (before && after ? [[before, after] as const] : []))
  const effects = ended.map(([before, after]) => effect(before, after, by))
  const middle = (ends: readonly End[]) => {
    const value = median(ends.map((end) => cost(end, by)))
    return by === 'quality' ? -value : value
  }
  return {
    seeds: ended.length,
    better: effects.filter((value) => value < 0).length,
    worse: effects.filter((value) => value > 0).length,
    was: middle(ended.map(([before]) => before)),
    is: middle(ended.map(([, after]) => after)),
  }
}
