/** How near predicted numbers are to the true ones. */
import { meanSquare } from '../numbers/moments.ts'
import { rSquared } from '../run/constant-answer.ts'

export interface Agreement {
  /** 1 − Σ(truth − prediction)² / Σ(truth − mean)²; NaN where all truths are the same. */
  readonly r2: number
  /** √ of the mean squared error, in the units of the targets. */
  readonly rmse: number
}

/** Of the first samples, as many as there are predictions. */
export function agreement(truth: ArrayLike<number>, predicted: ArrayLike<number>): Agreement {
  const count = predicted.length
  const judged = Float64Array.from({ length: count }, (_, i) => truth[i]!)
  const squared = residuals(truth, predicted).reduce((sum, r) => sum + r * r, 0) / count
  return { r2: rSquared(squared, meanSquare(judged)), rmse: Math.sqrt(squared) }
}

/** Prediction less truth of each sample that has a prediction. */
export function residuals(truth: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: predicted.length }, (_, i) => predicted[i]! - truth[i]!)
}
