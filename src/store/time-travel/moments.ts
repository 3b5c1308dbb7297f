/** The epochs of a run that can be looked into, and its weights there. */
import {
  flatWeights,
  initialWeights,
  namedWeights,
  type WeightArray,
} from '../../domain/network/initial-weights.ts'
import type { TrainerState } from '../../protocol/checkpoint.ts'
import { finalWeights, isInProgress, keptRow, type RunView } from '../run-view.ts'
import type { KeptStates } from './kept-states.ts'

/** A run at the end of an epoch; epoch 0 is before training. */
export interface Moment {
  readonly epoch: number
  readonly weights: readonly WeightArray[]
}

/** The epochs whose weights are at hand, ascending. A run that trains can be asked for its present ones besides. */
export function momentEpochs(run: RunView, kept: KeptStates | null): readonly number[] {
  const latest = run.latest?.epoch ?? 0
  const epochs = new Set(kept?.epochs.filter((epoch) => epoch <= latest))
  if (run.branch === undefined) epochs.add(0)
  for (const moment of endings(run)) epochs.add(moment.epoch)
  return [...epochs].sort((a, b) => a - b)
}

/** null where the weights of this epoch are not at hand. */
export function momentAt(run: RunView, kept: KeptStates | null, epoch: number): Moment | null {
  const ending = endings(run).find((moment) => moment.epoch === epoch)
  if (ending) return ending
  const state = kept?.get(epoch)
  if (state) return { epoch, weights: namedWeights(run.experiment, state.weights) }
  return epoch === 0 && run.branch === undefined ? { epoch, weights: initialWeights(run.experiment) } : null
}

/** All that training needs to go on from an epoch: with the optimizer's averages where they were kept, else without slots. */
export function stateAt(run: RunView, kept: KeptStates | null, epoch: number): TrainerState | null {
  const state = kept?.get(epoch)
  if (state) return state
  const moment = momentAt(run, kept, epoch)
  return moment && { weights: flatWeights(moment.weights), slots: [], updates: 0 }
}

/** Of ascending epochs the nearest, the earlier of two as near. There must be one. */
export function nearestEpoch(epochs: readonly number[], epoch: number): number {
  return epochs.reduce((best, other) => (Math.abs(other - epoch) < Math.abs(best - epoch) ? other : best))
}

/** What an ended run was left with: its best and its last weights, or of a run from a file those that it has. */
function endings(run: RunView): readonly Moment[] {
  const { weights, latest, best } = run
  if (isInProgress(run) || weights === null || latest === null) return []
  if (weights.best === null) {
    const row = run.imported ? keptRow(run) : latest
    return row ? [{ epoch: row.epoch, weights: finalWeights(run)! }] : []
  }
  return [
    { epoch: latest.epoch, weights: weights.last },
    ...(best ? [{ epoch: best.epoch, weights: weights.best }] : []),
  ]
}
