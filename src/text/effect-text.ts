/** What a remedy changed, in words. */
import type { End, SeedEffects, Yardstick } from '../domain/diagnosis/remedies/effect.ts'
import { loss, percent, ratio } from './format.ts'
import type { Messages } from './messages.ts'

/** "val loss 1.62 → 0.53, gap ×25 → ×1.3". A run that diverged has neither, whatever its last epoch was. */
export function effectText(before: End, after: End, by: Yardstick, t: Messages): string {
  const value = (end: End) => (end.diverged ? Number.POSITIVE_INFINITY : end[by])
  const changed = changedText(value(before), value(after), by, t)
  if (by !== 'loss' || before.diverged || after.diverged) return changed
  return t.verdict.withGap(changed, t.verdict.from(ratio(before.gap), ratio(after.gap)))
}

/** "better in 5 of 5 seeds, median val loss 1.58 → 0.55" */
export function seedEffectsText({ better, worse, seeds, was, is }: SeedEffects, by: Yardstick, t: Messages) {
  const said = better >= worse ? t.verdict.betterIn(better, seeds) : t.verdict.worseIn(worse, seeds)
  return t.verdict.withMedian(said, changedText(was, is, by, t))
}

function changedText(was: number, is: number, by: Yardstick, t: Messages): string {
  return `${t.verdict.yardsticks[by]} ${t.verdict.from(valueText(was, by, t), valueText(is, by, t))}`
}

function valueText(value: number, by: Yardstick, t: Messages): string {
  if (Math.abs(value) === Number.POSITIVE_INFINITY) return t.verdict.diverged
  switch (by) {
    case 'loss':
      return loss(value)
    // As the verdict's sentence has it: two standard errors.
    case 'error':
      return `±${loss(2 * value)}`
    case 'quality':
      return percent(value)
    default:
      return by satisfies never
  }
}
