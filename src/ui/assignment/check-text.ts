import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import type { Change } from '../../domain/settings/changes.ts'
import type { Cell } from '../../files/tables.ts'
import type { HandIn } from '../../store/hand-in.ts'
import { type ReviewedHandIn, reviewed } from '../../store/hand-in-result.ts'
import { conditionText } from '../../text/assignment-text.ts'
import { percent } from '../../text/format.ts'
import type { AllMessages } from '../../text/messages.ts'

export function againText({ check }: HandIn, { isWorseHere }: ReviewedHandIn, t: AllMessages): string {
  const { checks } = t.assignment.check
  if (check.kind === 'running') return checks.running(check.epoch)
  if (check.kind !== 'done') return checks[check.kind]
  const { found } = check
  if (found.kind === 'exact') return checks.exact
  if (found.kind === 'differs') return checks.differs(found.epoch)
  return isWorseHere ? checks.worse : checks.rounded(percent(found.largest, 2))
}

export const settingNames = (changes: readonly Change[], t: AllMessages) =>
  changes.map(({ key }) => t.setting[key].name).join(t.panes.comma)

/** One line a hand-in, numbers in full. */
export function handInTable(given: GivenAssignment, all: readonly HandIn[], t: AllMessages): Cell[][] {
  const { columns, results, nameless } = t.assignment.check
  return [
    [
      columns.name,
      columns.result,
      ...given.conditions.map((condition) => conditionText(condition, t)),
      columns.again,
      columns.changed,
    ],
    ...all.map((handIn): Cell[] => {
      const review = reviewed(given, handIn)
      return [
        handIn.record.name ?? nameless,
        results[review.result],
        ...review.judgements.map(({ value }) => (typeof value === 'string' ? t.verdict.words[value] : value)),
        againText(handIn, review, t),
        settingNames(review.changed, t),
      ]
    }),
  ]
}
