/** A run as the page shows it. Its epochs are kept outside (app.history): this is what may change ten times a second. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineInfo, EnginePreference } from '../domain/run/engines.ts'
import type { EpochRow, FailureReason, Outcome, Score, Start } from '../domain/run/run.ts'
import type { Change } from '../domain/settings/changes.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Patience } from '../protocol/event.ts'

export type RunStatus =
  /** For its data to arrive. */
  | { readonly kind: 'waiting' }
  /** Tensors are built and shaders compiled. */
  | { readonly kind: 'warming' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** The sealed part: nothing is known of it until it is opened, once, after the run. */
type TestSeal =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly score: Score }

export interface FinalWeights {
  readonly last: readonly WeightArray[]
  readonly best: readonly WeightArray[] | null
}

export interface RunView {
  readonly id: string
  /** What a person called it; null is named by its differences. */
  readonly name: string | null
  /** It stays on the charts, in front, whatever is started. */
  readonly pinned: boolean
  /** Read from a file or a link: this page did not train it. */
  readonly imported: boolean
  /** Its own copy: what the controls say now is another matter. */
  readonly experiment: Experiment
  readonly preset: PresetKey | null
  /** What differs from the scene it was started from. */
  readonly changes: readonly Change[]
  /** What differs from the run that came before it and would be called the same. */
  readonly apart?: readonly Change[]
  /** 2, 3, …: how often runs of this name have been started. */
  readonly repetition?: number
  /** The value that sets it apart when a comparison started it. */
  readonly lineupValue: Pick<Change, 'key' | 'to'> | null
  readonly preference: EnginePreference
  /** 1, 2, …: place in the list of run colours. */
  readonly colour: number
  readonly visible: boolean
  readonly status: RunStatus
  readonly engine: EngineInfo | null
  /** Measured before the first update; absent of a run that did not ask for it. */
  readonly start?: Start
  readonly latest: EpochRow | null
  readonly best: EpochRow | null
  readonly patience: Patience
  /** Seconds trained so far. */
  readonly seconds: number
  /** Over the last second or so. */
  readonly epochsPerSecond: number | null
  readonly test: TestSeal
  readonly weights: FinalWeights | null
  /** It was training when the page was left: it can go on from here, or, without a checkpoint, from its start. */
  readonly interrupted: { readonly checkpoint: Checkpoint | null } | null
}

export function isLive({ status }: RunView): boolean {
  return status.kind !== 'ended'
}

export function outcomeOf({ status }: RunView): Outcome | null {
  return status.kind === 'ended' ? status.outcome : null
}

/** Whether a run gave its best weights back. */
export function restoredBest(outcome: Outcome): boolean {
  return outcome.kind !== 'failed' && outcome.restored !== null
}

/** The weights an outcome leaves: the best ones if it restored them. */
export function weightsAfter(outcome: Outcome, { last, best }: FinalWeights): readonly WeightArray[] {
  return restoredBest(outcome) ? (best ?? last) : last
}

export function finalWeights({ status, weights }: RunView): readonly WeightArray[] | null {
  return status.kind === 'ended' && weights !== null ? weightsAfter(status.outcome, weights) : null
}

export function failure(reason: FailureReason, message: string, epoch: number): RunStatus {
  return { kind: 'ended', outcome: { kind: 'failed', epoch, reason, message } }
}
