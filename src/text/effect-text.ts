/** What a remedy changed, in words. What is written with the same digits before and after is no change that anybody can see. */
import { type End, effect, type SeedEffects, type Yardstick } from '../domain/diagnosis/remedies/effect.ts'
import { loss, percent, ratio } from './format.ts'
import type { Messages } from './messages.ts'

/** "val loss 1.62 → 0.53, gap ×25 → ×1.3". A run that diverged has neither, whatever its last epoch was. */
export function effectText(before: End, after: End, by: Yardstick, t: Messages): string {
  const value = (end: End) => (end.diverged ? Number.POSITIVE_INFINITY : end[by])
  const [was, is] = [valueText(value(before), by, t), valueText(value(after), by, t)]
  const yardstick = t.verdict.yardsticks[by]
  if (was === is) return t.verdict.unchanged(`${yardstick} ${is}`)
  const changed = `${yardstick} ${t.verdict.from(was, is)}`
  const bare = by !== 'loss' || before.diverged || after.diverged
  const text = bare
    ? changed
    : t.verdict.withGap(changed, t.verdict.from(ratio(before.gap), ratio(after.gap)))
  return effect(before, after, by) > 0 ? t.verdict.worse(text) : text
}

/** "better in 5 of 5 seeds, median val loss 1.58 → 0.55" */
export function seedEffectsText({ better, worse, seeds, was, is }: SeedEffects, by: Yardstick, t: Messages) {
  const [before, after] = [valueText(was, by, t), valueText(is, by, t)]
  const yardstick = t.verdict.yardsticks[by]
  if (before === after) return t.verdict.unchanged(t.verdict.median(`${yardstick} ${after}`))
  const said = better >= worse ? t.verdict.betterIn(better, seeds) : t.verdict.worseIn(worse, seeds)
  return t.verdict.withMedian(said, t.verdict.median(`${yardstick} ${t.verdict.from(before, after)}`))
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
