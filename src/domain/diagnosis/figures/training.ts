/** How much training has learned, how much of that came late, and what was thrown away. */
import type { JudgedRun } from '../judged-run.ts'
import { lastFifth } from '../last-fifth.ts'
import type { Stretch } from '../verdict.ts'
import { figure } from './figure.ts'
import { type Losses, tailOf, typical } from './losses.ts'

export function trainingFigures(run: JudgedRun, losses: Losses) {
  const { levels, epochs, whole, samples } = run
  const { train, trainLast, trainError, tail, tenth, share, left } = losses
  const last = epochs.length
  const { constant, floor } = levels.train
  const fifth = lastFifth(run.experiment, last)
  const beforeFifth: Stretch = [
    Math.max(1, last - fifth - Math.max(3, fifth >> 2) + 1),
    Math.max(1, last - fifth),
  ]
  const trainLeft = left(trainLast)
  const aboveFloor = trainLast - floor
  const discarded: Stretch | null = whole.length > last ? [last, whole.length] : null
  const reached = discarded ? typical(whole.train, tailOf(whole.length)) : trainLast
  // Of a loss that falls, the median of the last epochs is behind the last.
  const kept = discarded ? Math.min(trainLast, train[last - 1]!) : trainLast
  return {
    'loss-over-constant': figure(trainLast / (constant || Number.NaN), tail),
    'train-left': figure(trainLeft, tail),
    'train-left-surely': figure(left(trainLast - 2 * trainError * ofShare(trainLeft)), tail),
    'train-left-early': figure(left(typical(train, tenth)), tenth),
    'over-noise-floor': figure(aboveFloor / (constant - floor), tail),
    'over-noise-errors': figure(aboveFloor / Math.sqrt((2 * floor ** 2) / samples.train), tail),
    'train-fall': figure(share(typical(train, tenth) - trainLast), [1, last]),
    progress: figure(share(typical(train, beforeFifth) - trainLast), [beforeFifth[1], last]),
    'epochs-discarded': figure(whole.length - last, discarded),
    'fall-discarded': figure(share(kept - reached), discarded),
  }
}

/**
 * What is left is the loss over that of the constant answer to the same samples. Both go up and down together with what
 * samples were drawn, the more so the more alike the answers are: by the variance of R² in large samples, 4 R² (1 − R²)² / n, the
 * error of the share s is √(2 (1 − s)) of that of the loss alone, and none of a network that answers the same to everything.
 */
function ofShare(left: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, 2 * (1 - left))))
}
