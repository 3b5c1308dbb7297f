/** A run as the page shows it. Its epochs are kept outside (app.history): this part may change ten times a second. */
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EnginePreference } from '../domain/run/engines.ts'
import type { NamedRun } from '../domain/run/named-run.ts'
import {
  type EpochRow,
  type FailureReason,
  type Outcome,
  restoredEpoch,
  type Score,
  type Start,
} from '../domain/run/run.ts'
import type { TrainedBy } from '../domain/run/trained-by.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Patience } from '../protocol/event.ts'

export type RunStatus =
  /** The run waits for its data. */
  | { readonly kind: 'waiting' }
  /** The engine builds tensors and compiles shaders. */
  | { readonly kind: 'warming' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** The sealed test part: nothing is computed from it until a person opens it, once, after the run. */
type TestSeal =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly score: Score }

export interface FinalWeights {
  readonly last: readonly WeightArray[]
  readonly best: readonly WeightArray[] | null
}

export interface RunView extends NamedRun, TrainedBy {
  readonly id: string
  /** Whether it stays on the charts, in front, whatever is started. */
  readonly pinned: boolean
  /** Whether it was read from a file or a link, so that this page did not train it. */
  readonly imported: boolean
  readonly preference: EnginePreference
  /** 1, 2, …: the index in the list of run colours. */
  readonly colour: number
  readonly visible: boolean
  readonly status: RunStatus
  /** Measured before the first update; absent of runs that were saved before it was. */
  readonly start?: Start
  readonly latest: EpochRow | null
  readonly best: EpochRow | null
  readonly patience: Patience
  /** The seconds trained so far. */
  readonly seconds: number
  /** The pace over about the last second. */
  readonly epochsPerSecond: number | null
  readonly test: TestSeal
  readonly weights: FinalWeights | null
  /**
   * The run was training when the page was left: it can continue from the checkpoint or, without one, from its start.
   */
  readonly interrupted: { readonly checkpoint: Checkpoint | null } | null
}

/** The seconds trained; null where nobody knows: nothing was trained, or the run came in a link, which leaves them out. */
export function trainingTime({ seconds }: RunView): number | null {
  return seconds > 0 ? seconds : null
}

/** Waiting, training or paused: its end is yet to come. */
export function isInProgress({ status }: RunView): boolean {
  return status.kind !== 'ended'
}

export function outcomeOf({ status }: RunView): Outcome | null {
  return status.kind === 'ended' ? status.outcome : null
}

/** Whether the run restored its best weights. */
export function restoredBest(outcome: Outcome): boolean {
  return restoredEpoch(outcome) !== null
}

/** The epoch whose weights a run has kept: its best one if it restored that, otherwise the last. */
export function keptRow(run: RunView): EpochRow | null {
  const outcome = outcomeOf(run)
  return outcome && restoredBest(outcome) ? run.best : run.latest
}

/** The weights that an outcome leaves: the best ones if it restored them. */
export function weightsAfter(outcome: Outcome, { last, best }: FinalWeights): readonly WeightArray[] {
  return restoredBest(outcome) ? (best ?? last) : last
}

export function finalWeights({ status, weights }: RunView): readonly WeightArray[] | null {
  return status.kind === 'ended' && weights !== null ? weightsAfter(status.outcome, weights) : null
}

export function failure(reason: FailureReason, message: string, epoch: number): RunStatus {
  return { kind: 'ended', outcome: { kind: 'failed', epoch, reason, message } }
}
