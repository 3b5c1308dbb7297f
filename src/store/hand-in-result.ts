/** What becomes of a hand-in under an assignment. */
import { forbiddenChanges, type GivenAssignment } from '../domain/assignment/fixed.ts'
import { type Judgement, judge, judgedRun, meetsAll } from '../domain/assignment/judge.ts'
import type { Change } from '../domain/settings/changes.ts'
import type { HandIn } from './hand-in.ts'

type HandInResult =
  | 'accepted'
  | 'missed'
  /** It changed what the assignment fixes. */
  | 'changed'
  /** Its numbers did not come again when it was trained again. */
  | 'not-reproduced'
  /** It has not been trained again. */
  | 'open'

export interface ReviewedHandIn {
  readonly judgements: readonly Judgement[]
  /** The changes that are not allowed. */
  readonly changed: readonly Change[]
  readonly result: HandInResult
  /** Another engine made the run, and what was trained here misses the goal that the record meets. */
  readonly isWorseHere: boolean
}

/** The verdict is that on the repeated run: a record from a link lacks what a verdict is made from. */
export function reviewed(given: GivenAssignment, { record, check }: HandIn): ReviewedHandIn {
  const { experiment, epochs } = record
  const done = check.kind === 'done' ? check : null
  const judgements = judge(given, judgedRun(experiment, epochs, done?.again.verdict ?? null))
  const changed = forbiddenChanges(given, experiment)
  const meets = meetsAll(judgements)
  const isWorseHere = meets && done?.found.kind === 'rounded' && !meetsAll(judge(given, done.again))
  const isRefuted = check.kind === 'not-from-seed' || done?.found.kind === 'differs' || isWorseHere
  const misses = judgements.some(({ standing }) => standing === 'missed' || standing === 'not-here')
  const result = () => {
    if (changed.length > 0) return 'changed'
    if (isRefuted) return 'not-reproduced'
    if (misses) return 'missed'
    return done && meets ? 'accepted' : 'open'
  }
  return { judgements, changed, result: result(), isWorseHere }
}
