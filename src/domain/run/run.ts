/** What happened: the record of a run, as kept, saved and shared (contract: "Run"). */
import type { ExperimentJson } from '../experiment/experiment-json.ts'
import type { PresetKey } from '../experiment/presets.ts'
import type { WeightArray } from '../network/initial-weights.ts'
import type { Branch } from './branch.ts'
import type { EngineInfo } from './engines.ts'
import type { EpochRow, Score, Start } from './measurements.ts'

import type { EngineStretch } from './trained-by.ts'

export type { EpochRow, Score, Start } from './measurements.ts'

export type Outcome =
  | {
      readonly kind: 'completed'
      readonly epoch: number
      readonly best: number
      readonly restored: number | null
    }
  | {
      readonly kind: 'early-stopped'
      readonly epoch: number
      readonly best: number
      readonly restored: number | null
    }
  /** A person stopped the run. */
  | {
      readonly kind: 'stopped'
      readonly epoch: number
      readonly best: number
      readonly restored: number | null
    }
  /** Loss or weights stopped being finite in `epoch`, which therefore has no row. */
  | {
      readonly kind: 'diverged'
      readonly epoch: number
      readonly best: number
      readonly restored: number | null
    }
  | {
      readonly kind: 'failed'
      readonly epoch: number
      readonly reason: FailureReason
      readonly message: string
    }

/** The epoch whose weights an ended run went back to; null where it kept those of its last. */
export function restoredEpoch(outcome: Outcome): number | null {
  return outcome.kind === 'failed' ? null : outcome.restored
}

/** `lost`: the graphics device went away; `engine`: no engine could be started; `bug`: ours. */
export const FAILURE_REASONS = ['lost', 'engine', 'memory', 'data', 'bug'] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

/** A run as JSON: weights are of the end of the run, restored if it says so. */
export interface RunRecord {
  readonly version: 1
  readonly id: string
  /**
   * The name that a person gave. A run without one is named by what differs from its scene, in the language
   * of the page.
   */
  readonly name?: string
  /** The scene it was started from; absent of a run of no scene. */
  readonly preset?: PresetKey
  readonly experiment: ExperimentJson
  readonly engine: EngineInfo | null
  /** All engines that trained it, where there was more than one; `engine` is the last of them. */
  readonly engines?: readonly EngineStretch[]
  /** Where it began, if not with the weights of its seed: its first epochs are then those of another run. */
  readonly branch?: Branch
  readonly epochs: readonly EpochRow[]
  /** Measured before the first update; absent in runs that were saved before this was measured. */
  readonly start?: Start
  /** null while the run is going on. */
  readonly outcome: Outcome | null
  /** null until the test set is opened. */
  readonly test: Score | null
  readonly weights: readonly { name: string; shape: readonly number[]; values: number[] }[]
}

export function weightsToJson(weights: readonly WeightArray[]): RunRecord['weights'] {
  return weights.map(({ name, shape, values }) => ({ name, shape, values: Array.from(values) }))
}

/** Drops the epochs after `epoch`: they will come again, from another engine. */
export function rewind(rows: EpochRow[], epoch: number) {
  rows.length = rows.findLastIndex((row) => row.epoch <= epoch) + 1
}

/** The score that the second chart shows: accuracy of classes, R² of numbers. */
export function quality(score: Score): number {
  return score.accuracy ?? score.r2 ?? Number.NaN
}

/** How many times the validation loss is the training loss; null where that is no number, as over a training loss of 0. */
export function gap({ train, validation }: Pick<EpochRow, 'train' | 'validation'>): number | null {
  const ratio = validation.loss / train.loss
  return Number.isFinite(ratio) ? ratio : null
}
