/** What of a run's record a verdict is made from: the epochs up to the weights that it keeps. Never the test set. */
import type { Experiment } from '../experiment/experiment.ts'
import { type EpochRow, type Outcome, restoredEpoch, type Start } from '../run/run.ts'
import type { Source } from '../table/source.ts'
import { columnsOf, type EpochColumns, upTo } from './epoch-columns.ts'
import { type HiddenLayer, hiddenLayers } from './hidden-units.ts'
import { type Levels, levelsOf } from './levels.ts'

export interface DiagnosedRun {
  readonly experiment: Experiment
  readonly epochs: readonly EpochRow[]
  readonly start?: Start | undefined
  /** null while the run goes on. */
  readonly outcome: Outcome | null
}

/** A run with its epochs as a record has them, or in columns. */
export type Judgeable = Omit<DiagnosedRun, 'epochs'> & {
  readonly epochs: DiagnosedRun['epochs'] | EpochColumns
}

export interface JudgedRun {
  readonly experiment: Experiment
  /** The epochs that are judged. */
  readonly epochs: EpochColumns
  /** The same with those that were thrown away. */
  readonly whole: EpochColumns
  readonly start: Start | undefined
  readonly levels: Levels
  readonly hidden: readonly HiddenLayer[]
  readonly samples: { readonly train: number; readonly validation: number }
  /** Whether L1, L2 or dropout is on. */
  readonly regularized: boolean
  /** The epoch whose losses were no finite numbers, which has no row; null if there is none. */
  readonly brokenAt: number | null
}

/** Fewer epochs are not judged. */
export const FEWEST_EPOCHS = 5

/** A run that went back to its best weights is judged up to their epoch: what came after was thrown away. */
export function judgedRun(run: Judgeable, source?: Source): JudgedRun {
  const { experiment, outcome } = run
  const epochs = 'row' in run.epochs ? run.epochs : columnsOf(run.epochs)
  const { data, regularization, model } = experiment
  const restored = outcome && restoredEpoch(outcome)
  const diverged = outcome?.kind === 'diverged'
  const kept = diverged || restored === null ? epochs.length : Math.max(restored, FEWEST_EPOCHS)
  return {
    experiment,
    epochs: upTo(epochs, kept),
    whole: epochs,
    start: run.start,
    levels: levelsOf(experiment, epochs, source),
    hidden: hiddenLayers(experiment),
    samples: { train: data.train, validation: data.validation },
    regularized:
      regularization.l1 > 0 ||
      regularization.l2 > 0 ||
      regularization.dropout > 0 ||
      model.layers.some(({ dropout }) => (dropout ?? 0) > 0),
    brokenAt: diverged ? outcome.epoch : null,
  }
}
