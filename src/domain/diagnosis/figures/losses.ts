/**
 * The losses of a run as its figures read them: between the best constant answer to this very data (1, nothing learned) and
 * the noise that nobody can predict (0, all that can be learned), and with their standard errors.
 */
import { median } from '../../numbers/median.ts'
import type { JudgedRun } from '../judged-run.ts'
import type { Stretch } from '../verdict.ts'

export interface Losses {
  readonly train: Float64Array
  /** As they would be if the validation part varied as the training part does. */
  readonly validation: Float64Array
  /** The last epochs (tailOf). */
  readonly tail: Stretch
  /** The first tenth of them. */
  readonly tenth: Stretch
  /** The typical losses of the tail, and their standard errors. */
  readonly trainLast: number
  readonly validationLast: number
  readonly trainError: number
  readonly validationError: number
  /** A difference of losses as a share of what can be explained; NaN where nothing can. */
  share(difference: number): number
  /** The share of the explainable training loss that is left at this one. */
  left(loss: number): number
}

export function lossesOf(run: JudgedRun): Losses {
  const { epochs, levels, samples } = run
  const { train, length: last } = epochs
  const validation =
    levels.validationScale === 1
      ? epochs.validation
      : epochs.validation.map((loss) => loss / levels.validationScale)
  const tail = tailOf(last)
  const [trainLast, validationLast] = [typical(train, tail), typical(validation, tail)]
  // Of the whole run: at the end of an overfitted one a few samples are so wrong that their losses alone spread widely.
  const validationError = errorOfValidation(
    median(epochs.validationError) / levels.validationScale,
    Math.max(Math.abs(median(validation)), Math.abs(trainLast)),
    samples.validation,
  )
  // Of the training part nothing is measured: its losses are taken to spread as those of validation do.
  const trainError =
    validationError * Math.min(1, trainLast / validationLast) * Math.sqrt(samples.validation / samples.train)
  // Where nothing can be explained there are no shares, and nothing that is compared with them holds.
  const explainable = levels.explainable > 0 ? levels.explainable : Number.NaN
  return {
    train,
    validation,
    tail,
    tenth: [1, Math.max(1, Math.round(last / 10))],
    trainLast,
    validationLast,
    trainError,
    validationError,
    share: (difference) => difference / explainable,
    left: (loss) => leftOf(loss, run),
  }
}

/** The last twentieth of so many epochs, three at least. */
export function tailOf(epochs: number): Stretch {
  return [Math.max(1, epochs - Math.max(3, Math.round(epochs / 20)) + 1), epochs]
}

/** The median of the losses of a stretch. */
export const typical = (losses: Float64Array, [from, to]: Stretch): number =>
  median(losses.subarray(from - 1, to))

/** As a share of the loss of the constant answer. */
const LEAST_SPAN = 0.1

function leftOf(loss: number, { levels: { reachable, train } }: JudgedRun): number {
  const span = train.constant - reachable
  // Of classes that overlap nearly everywhere so few samples do not tell what is left.
  return span < LEAST_SPAN * train.constant ? Number.NaN : (loss - reachable) / span
}

/**
 * The standard error of a mean loss of `n` samples, NaN as `measured` where nobody has. Losses of samples spread about √2 times
 * as widely as their mean is high: squares of normal errors do exactly so, cross-entropies of labels of which some are wrong
 * nearly. That stands for what was not measured, and for ten samples more beside what was: few samples say little of their own
 * spread, and agree by luck.
 */
function errorOfValidation(measured: number, loss: number, n: number): number {
  if (Number.isNaN(measured)) return Math.sqrt((2 * loss ** 2) / n)
  return Math.sqrt((n * (n * measured ** 2) + 10 * 2 * loss ** 2) / (n + 10) / n)
}
