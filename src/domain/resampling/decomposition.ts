/**
 * Bias and variance of several fits of one experiment, each to a training set of its own (Geman, Bienenstock & Doursat
 * 1992, "Neural networks and the bias/variance dilemma"). All three parts are in squared units of the target; of two
 * classes they are parts of the Brier score of the predicted probability.
 */
import type { Moments } from '../data-sets/truth.ts'

export interface Decomposition {
  /** Mean over places of (mean of the fits − mean of the target)²: what all fits get wrong in the same way. */
  readonly bias: number
  /** Mean over places of the fits' squared distance from their own mean: by how much the sample decides. */
  readonly variance: number
  /** Mean over places of the target's variance: what no model can predict. */
  readonly noise: number
}

/**
 * `fits` have an output for each place, `truth` the target's moments there. The three parts add up to the mean squared
 * error that the fits have on new samples of these places. Nothing is corrected for the small number of fits: of `m`
 * the variance is an m-th too small, and the squared bias larger by as much.
 */
export function decomposition(fits: readonly ArrayLike<number>[], truth: readonly Moments[]): Decomposition {
  let [bias, variance, noise] = [0, 0, 0]
  const average = meanFit(fits)
  truth.forEach((target, place) => {
    bias += (average[place]! - target.mean) ** 2
    for (const fit of fits) variance += (fit[place]! - average[place]!) ** 2 / fits.length
    noise += target.variance
  })
  const places = truth.length
  return { bias: bias / places, variance: variance / places, noise: noise / places }
}

/** The mean of the fits at each place. */
export function meanFit(fits: readonly ArrayLike<number>[]): Float32Array {
  return Float32Array.from({ length: fits[0]?.length ?? 0 }, (_, place) =>
    fits.reduce((sum, fit) => sum + fit[place]! / fits.length, 0),
  )
}
