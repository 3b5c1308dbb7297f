/**
 * The loss that runs begin at, which tells how far up a picture of their losses has to reach. A run that diverges passes
 * all bounds, perhaps in its first epoch: how far it goes does not matter, and the other runs are to stay readable.
 */
import type { EpochRow } from '../../domain/run/run.ts'

/** A run with a loss above this many times the usual start is wild: it leaves the picture at its top. */
export const WILD = 10
/** On a linear axis it is followed up to this many times the usual start, so that the other runs keep the room. */
export const FOLLOWED = 3

type Scored = Pick<EpochRow, 'train' | 'validation'>

export interface BegunRun {
  readonly rows: readonly Scored[]
  /** Measured before the first update. */
  readonly start?: Scored | undefined
}

/** A first epoch this many times above where others begin, or above the levels, tells nothing of where its run began. */
const FAR = 1000

/**
 * The highest loss before the first update; of runs in which that was not measured, the loss of the first epoch. null
 * where no run has begun. `levels` are losses of the same samples, such as that of the best constant answer.
 */
export function usualStart(runs: readonly BegunRun[], levels: readonly number[] = []): number | null {
  const starts = runs.flatMap(({ start }) => (start ? lossesOf(start) : []))
  const firsts = runs.flatMap(({ rows: [first], start }) => (first && !start ? lossesOf(first) : []))
  const known = levels.filter(isLoss)
  const least = Math.min(...starts, ...firsts, ...(known.length > 0 ? [Math.max(...known)] : []))
  const usual = [...starts, ...firsts.filter((first) => first <= FAR * least)]
  return usual.length > 0 ? Math.max(...usual) : firsts.length > 0 ? Math.min(...firsts) : null
}

function lossesOf({ train, validation }: Scored): number[] {
  return [train.loss, validation.loss].filter(isLoss)
}

function isLoss(value: number): boolean {
  return Number.isFinite(value) && value > 0
}
