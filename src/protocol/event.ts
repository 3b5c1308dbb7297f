/**
 * Messages from engine to page: a closed union, types only. Every event about a run names it, so that a late
 * one is easy to drop.
 */
import type { WeightArray } from '../domain/network/initial-weights.ts'
import type { EngineInfo, EngineName, EngineTime } from '../domain/run/engines.ts'
import type { PackedRows } from '../domain/run/packing.ts'
import type { FailureReason, Outcome, Score, Start } from '../domain/run/run.ts'
import type { EpochRates } from '../domain/training/effective-rates.ts'
import type { Checkpoint, PackedStates } from './checkpoint.ts'
import type { RequestId, RunId } from './command.ts'
import type { Seen } from './inspection.ts'

export type EngineEvent =
  | { readonly type: 'opened'; readonly engine: EngineInfo }
  | { readonly type: 'refused'; readonly engine: EngineName; readonly reason: string }
  | { readonly type: 'pong' }
  /**
   * From `true` to `false` the worker may not read messages for long, because it lays out a network, compiles
   * shaders or scores a test set in one go. At all other times it answers a ping between two short chunks of
   * work.
   */
  | { readonly type: 'busy'; readonly busy: boolean }
  /** The graphics device is gone; nothing in this worker can be trusted any more. */
  | { readonly type: 'lost'; readonly reason: string }
  | RunEvent
  | Answer

export type RunEvent =
  /** The engine builds tensors and compiles shaders. */
  | { readonly type: 'warming'; readonly run: RunId }
  | { readonly type: 'running'; readonly run: RunId }
  | { readonly type: 'paused'; readonly run: RunId }
  /** Measured before the first update; a run that goes on from a checkpoint was measured before. */
  | { readonly type: 'started'; readonly run: RunId; readonly start: Start }
  | {
      readonly type: 'epochs'
      readonly run: RunId
      readonly rows: PackedRows
      readonly patience: Patience
      /** Of some of the epochs so far, where the run was started to report them. */
      readonly kept?: PackedStates
    }
  /** Measured at the end of an epoch, before it is reported, where that was asked for. */
  | { readonly type: 'rates'; readonly run: RunId; readonly rates: EpochRates }
  | { readonly type: 'checkpoint'; readonly run: RunId; readonly checkpoint: Checkpoint }
  /** The run was asked to leave; the checkpoint contains all of it. */
  | { readonly type: 'left'; readonly run: RunId; readonly checkpoint: Checkpoint }
  | {
      readonly type: 'finished'
      readonly run: RunId
      readonly outcome: Exclude<Outcome, { kind: 'failed' }>
      /** Weights at the end of the last whole epoch, and of the best one. */
      readonly last: readonly WeightArray[]
      readonly best: readonly WeightArray[] | null
    }
  | { readonly type: 'failed'; readonly run: RunId; readonly reason: FailureReason; readonly message: string }

export interface Patience {
  /** Best epoch so far, from 1; 0 when none was judged. */
  readonly best: number
  /** The number of judged epochs since then. */
  readonly wait: number
}

export type Answer =
  /** Row-major, one row per asked row: probabilities of classes (one number for two classes) or the predicted number. */
  | { readonly type: 'predicted'; readonly request: RequestId; readonly outputs: Float32Array }
  | { readonly type: 'inspected'; readonly request: RequestId; readonly seen: Seen }
  | { readonly type: 'tested'; readonly request: RequestId; readonly score: Score }
  | { readonly type: 'timed'; readonly request: RequestId; readonly time: EngineTime }
  | { readonly type: 'unanswered'; readonly request: RequestId; readonly message: string }
