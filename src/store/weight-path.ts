/** The way of an ended run's weights, as far as the page has them. */
import { flatWeights } from '../domain/network/initial-weights.ts'
import { isInProgress, keptRow, type RunView } from './run-view.ts'
import { historyEpochs } from './time-travel/history-epochs.ts'
import type { KeptStates } from './time-travel/kept-states.ts'
import { momentAt } from './time-travel/moments.ts'

export interface PathPoint {
  /** 0 is before training. */
  readonly epoch: number
  /** Flat, in the order of `weightTensors`. */
  readonly weights: Float32Array
}

/**
 * From the first epoch at hand to the last, by way of some between, of the best one, and of the one whose weights the run
 * has kept; empty of a run without its weights.
 */
export function weightPath(run: RunView, kept: KeptStates | null): readonly PathPoint[] {
  if (isInProgress(run) || run.weights === null || run.latest === null) return []
  const epochs = new Set(historyEpochs(run, kept))
  for (const row of [run.best, keptRow(run)]) if (row) epochs.add(row.epoch)
  return [...epochs]
    .sort((a, b) => a - b)
    .flatMap((epoch) => momentAt(run, kept, epoch) ?? [])
    .map(({ epoch, weights }) => ({ epoch, weights: flatWeights(weights) }))
}
