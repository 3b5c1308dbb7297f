/** The weights of an ended run that the page has, in the order in which it came by them. */
import { flatWeights, initialWeights } from '../domain/network/initial-weights.ts'
import { isLive, type RunView } from './run-view.ts'

export interface PathPoint {
  /** 0 is before training. */
  readonly epoch: number
  /** Flat, in the order of `weightTensors`. */
  readonly weights: Float32Array
}

/** From the start over the best epoch to the last; empty of a run without its weights. */
export function weightPath(run: RunView): readonly PathPoint[] {
  const { weights, latest, best, experiment } = run
  if (isLive(run) || weights === null || latest === null) return []
  const ended = { epoch: latest.epoch, weights: flatWeights(weights.last) }
  const peak =
    weights.best !== null && best !== null && best.epoch < latest.epoch
      ? [{ epoch: best.epoch, weights: flatWeights(weights.best) }]
      : []
  return [{ epoch: 0, weights: flatWeights(initialWeights(experiment)) }, ...peak, ended]
}
