/**
 * The score of a model that gives every sample the same answer without looking at its inputs: the least that
 * learning has to beat. The answer is the best one for the training targets; it is then judged on another
 * part, as a model is.
 */
import type { Loss } from '../experiment/experiment.ts'
import { meanOf, meanSquare } from '../numbers/moments.ts'
import type { Score } from './run.ts'

interface Judged {
  /** Number of classes; 0 where numbers are predicted. */
  readonly classes: number
  /** Outputs of the network: 1 for two classes and for numbers, else one for each class. */
  readonly outputs: number
  readonly loss: Loss
}

/**
 * Class shares p of the training part, judged on shares q: cross-entropy −Σ qₖ ln pₖ (where q = p, the entropy of the
 * classes), MSE the mean over outputs of the squared distance from the one-hot target, and as accuracy the share that
 * the most frequent training class has. For numbers the training mean: MSE around it, and R². The loss is infinite
 * where a class that the training part never has is judged by cross-entropy.
 */
export function constantScore(
  train: ArrayLike<number>,
  judged: ArrayLike<number>,
  { classes, outputs, loss }: Judged,
): Score {
  if (classes === 0) {
    const squared = meanSquare(judged, meanOf(train))
    return { loss: squared, r2: rSquared(squared, meanSquare(judged)) }
  }
  const [p, q] = [sharesOf(train, classes), sharesOf(judged, classes)]
  const accuracy = q[p.indexOf(Math.max(...p))]!
  switch (loss) {
    case 'cross-entropy':
      return { loss: crossEntropy(p, q), accuracy }
    case 'mse': {
      const total = p.reduce((sum, pk, k) => sum + pk * (pk - 2 * q[k]!), 1)
      // One sigmoid output has one squared distance, which is half of what two outputs have together.
      return { loss: total / (outputs === 1 ? 2 : classes), accuracy }
    }
    default:
      return loss satisfies never
  }
}

/** 1 − MSE ÷ variance of the judged numbers; NaN where these do not vary, and nothing can be explained. */
export function rSquared(squared: number, variance: number): number {
  return variance > 0 ? 1 - squared / variance : Number.NaN
}

function crossEntropy(p: readonly number[], q: readonly number[]): number {
  return q.reduce((sum, qk, k) => (qk === 0 ? sum : sum - qk * Math.log(p[k]!)), 0)
}

function sharesOf(targets: ArrayLike<number>, classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0)
  for (let i = 0; i < targets.length; i++) counts[targets[i]!]! += 1
  return counts.map((count) => count / targets.length)
}
