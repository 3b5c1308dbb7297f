/**
 * Which epochs the figures of a run are of. Losses and the gap between them are told of the last epoch, where the curves
 * end, and of the best one, whose weights early stopping gives back; whoever writes such a figure says of which. A test
 * score is of the weights that the run was left with.
 */
import type { EpochRow, Outcome } from './run.ts'

export interface ReportedEpoch {
  /** `now` is the last one so far, of a run that goes on; `both` is the best one and the last. */
  readonly which: 'now' | 'last' | 'best' | 'both'
  readonly row: EpochRow
}

/** The last, then the best where it is another; none before the first epoch. */
export function reportedEpochs(
  latest: EpochRow | null,
  best: EpochRow | null,
  outcome: Outcome | null,
): readonly ReportedEpoch[] {
  if (latest === null) return []
  if (best === null) return [{ which: outcome ? 'last' : 'now', row: latest }]
  if (best.epoch === latest.epoch) return [{ which: outcome ? 'both' : 'now', row: latest }]
  return [
    { which: outcome ? 'last' : 'now', row: latest },
    { which: 'best', row: best },
  ]
}

/** The epoch whose weights an ended run was left with; null of one that failed, or never ended an epoch. */
export function weightsEpoch(outcome: Outcome | null, latest: EpochRow | null): number | null {
  if (outcome === null || outcome.kind === 'failed') return null
  return outcome.restored ?? latest?.epoch ?? null
}
