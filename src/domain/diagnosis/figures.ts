/**
 * The numbers that all rules look at, taken from a run's epochs. Losses are read between two levels: the best constant
 * answer to this very data (1, nothing learned) and the noise that nobody can predict (0, all that can be learned).
 */
import { dataSet } from '../data/registry.ts'
import { median, runningMedian } from '../numbers/median.ts'
import { gradientNorm } from './clipping.ts'
import type { EpochColumns } from './epoch-columns.ts'
import { canDie, canSaturate } from './hidden-units.ts'
import type { JudgedRun } from './judged-run.ts'
import { lastFifth } from './last-fifth.ts'
import type { Figures, Quantity, Stretch } from './verdict.ts'

type Figure = Figures[Quantity]
const of = (value: number | null, epochs: Stretch | null = null): Figure => ({ value, epochs })

export function figuresOf(run: JudgedRun): Figures {
  const { epochs, whole, levels } = run
  const { train, length: last } = epochs
  const validation = asInTraining(epochs.validation, levels)
  const tail = tailOf(last)
  const typical = (values: Float64Array, [from, to]: Stretch) => median(values.subarray(from - 1, to))
  const [trainLast, validationLast] = [typical(train, tail), typical(validation, tail)]

  const { errorOf, explainable, left } = scalesOf(run)
  const calm = runningMedian(validation, 2)
  const lowest = indexOf(calm, (value, best) => value < best)
  const rise = validationLast - calm[lowest]!
  const sinceLowest: Stretch = [lowest + 1, last]
  const calmTrain = runningMedian(train, 2)
  const trainRise = trainLast - (calmTrain[lowest] ?? Number.NaN)
  // Of the whole run: at the end of an overfitted one a few samples are so wrong that their losses alone spread widely.
  const validationError = errorOf.validation(
    median(epochs.validationError) / levels.validationScale,
    Math.max(Math.abs(median(validation)), Math.abs(trainLast)),
  )
  const trainError = errorOf.train(validationError, trainLast, validationLast)
  const gap = validationLast - trainLast

  // How training goes is told by the epochs that were thrown away as well.
  const half: Stretch = [Math.floor(whole.length / 2) + 1, whole.length]
  const steps = whole.train.subarray(1).map((loss, i) => loss - whole.train[i]!)
  const lateSteps = steps.subarray(Math.max(0, half[0] - 1))
  const rising = lateSteps.reduce((count, step) => count + Number(step > 0), 0)
  const spike = steps.reduce((most, step) => Math.max(most, step), 0)
  const spikeAt = steps.indexOf(spike) + 2
  const fifth = lastFifth(run.experiment, last)
  const beforeFifth: Stretch = [
    Math.max(1, last - fifth - Math.max(3, fifth >> 2) + 1),
    Math.max(1, last - fifth),
  ]
  const tenth: Stretch = [1, Math.max(1, Math.round(last / 10))]
  const trainLeft = left(trainLast)
  // Of the schedule's last fifth its beginning, where the steps are not small by plan.
  const lastSteps: Stretch =
    run.experiment.optimizer.schedule === 'constant'
      ? tail
      : [last - fifth + 1, Math.min(last, last - fifth + tail[1] - tail[0] + 1)]
  const share = (loss: number) => loss / explainable

  const discarded: Stretch | null = whole.length > last ? [last, whole.length] : null
  const reached = discarded ? typical(whole.train, tailOf(whole.length)) : trainLast
  // Of a loss that falls, the median of the last epochs is behind the last.
  const kept = discarded ? Math.min(trainLast, train[last - 1]!) : trainLast

  const inactive = epochs.row(last)?.inactive
  const broken = run.brokenAt ?? firstBroken(epochs)
  return {
    epochs: of(last + (run.brokenAt === null ? 0 : 1)),
    'not-finite': of(broken > 0 ? 1 : 0, broken > 0 ? [broken, broken] : null),
    'loss-over-constant': of(trainLast / (levels.train.constant || Number.NaN), tail),
    'train-left': of(trainLeft, tail),
    'train-left-surely': of(left(trainLast - 2 * trainError * ofShare(trainLeft)), tail),
    'train-left-early': of(left(typical(train, tenth)), tenth),
    'over-noise-floor': of(
      (trainLast - levels.train.floor) / (levels.train.constant - levels.train.floor),
      tail,
    ),
    'over-noise-errors': of(
      (trainLast - levels.train.floor) / Math.sqrt((2 * levels.train.floor ** 2) / run.samples.train),
      tail,
    ),
    'train-fall': of(share(typical(train, tenth) - trainLast), [1, last]),
    progress: of(share(typical(train, beforeFifth) - trainLast), [beforeFifth[1], last]),
    'epochs-discarded': of(whole.length - last, discarded),
    'fall-discarded': of(share(kept - reached), discarded),
    'train-rise': of(share(trainRise), sinceLowest),
    'validation-rise': of(rise / calm[lowest]!, sinceLowest),
    'validation-rise-explainable': of(share(rise), sinceLowest),
    'validation-rise-errors': of(rise / validationError, sinceLowest),
    'shared-rise': of(rise > 0 ? trainRise / rise : 0, sinceLowest),
    gap: of(share(gap), tail),
    'gap-errors': of(gap / Math.hypot(validationError, trainError), tail),
    'gap-over-train': of(Math.min(1000, gap / Math.max(trainLast - levels.reachable, 1e-9)), tail),
    'validation-uncertainty': of(Math.max(share(2 * validationError), unseenErrors(run)), tail),
    'rising-epochs': of(rising / Math.max(1, lateSteps.length), half),
    'step-size': of(share(median(lateSteps.map(Math.abs))), half),
    spike: of(share(spike), spike > 0 ? [spikeAt - 1, spikeAt] : null),
    'dead-units': layersOf(run, canDie, inactive, tail),
    'dead-units-at-start': layersOf(run, canDie, run.start?.inactive, null),
    'saturated-units': layersOf(run, canSaturate, inactive, tail),
    'hidden-layers': of(run.hidden.length),
    'gradient-ratio': of(gradientRatio(run), null),
    'update-ratio-early': of(updateRatio(epochs, tenth), tenth),
    'update-ratio-late': of(updateRatio(epochs, lastSteps), lastSteps),
    'gradient-burst': burst(epochs),
    'gradient-over-clip': of(gradientOverClip(run, tail), tail),
    'largest-class': of(levels.largestClass),
    regularized: of(run.regularized ? 1 : 0),
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

/**
 * Of samples that are all classified right as many as three in `n` may still be wrong (the "rule of three", Hanley and
 * Lippman-Hand 1983): such a share of wrong answers no standard error shows. Numbers are all wrong by something.
 */
function unseenErrors({ experiment, samples }: JudgedRun): number {
  return dataSet(experiment.data).task === 'classes' ? 3 / samples.validation : 0
}

/** Losses of the validation part as they would be if it varied as the training part does. */
const asInTraining = (losses: Float64Array, { validationScale }: JudgedRun['levels']): Float64Array =>
  validationScale === 1 ? losses : losses.map((loss) => loss / validationScale)

/** The last twentieth of the epochs, three at least. */
function tailOf(last: number): Stretch {
  return [Math.max(1, last - Math.max(3, Math.round(last / 20)) + 1), last]
}

/** As a share of the loss of the constant answer. */
const LEAST_SPAN = 0.1

/** How losses of this run are turned into shares and into standard errors. */
function scalesOf({ levels, samples }: JudgedRun) {
  // Where nothing can be explained there are no shares, and nothing that is compared with them holds.
  const explainable = levels.explainable > 0 ? levels.explainable : Number.NaN
  return {
    explainable,
    left: (loss: number) => {
      const { reachable, train } = levels
      const span = train.constant - reachable
      // Of classes that overlap nearly everywhere so few samples do not tell what is left.
      return span < LEAST_SPAN * train.constant ? Number.NaN : (loss - reachable) / span
    },
    errorOf: {
      /**
       * Losses of samples spread about √2 times as widely as their mean is high: squares of normal errors do exactly so,
       * cross-entropies of labels of which some are wrong nearly. That stands for what was not measured, and for ten
       * samples more beside what was: few samples say little of their own spread, and agree by luck.
       */
      validation: (measured: number, loss: number) => {
        const n = samples.validation
        if (Number.isNaN(measured)) return Math.sqrt((2 * loss ** 2) / n)
        return Math.sqrt((n * (n * measured ** 2) + 10 * 2 * loss ** 2) / (n + 10) / n)
      },
      /** Of the training part nothing is measured: its losses are taken to spread as those of validation do. */
      train: (validation: number, loss: number, validationLoss: number) =>
        validation * Math.min(1, loss / validationLoss) * Math.sqrt(samples.validation / samples.train),
    },
  }
}

/** The first epoch whose losses are no finite numbers; 0 if there is none. */
function firstBroken({ train, validation }: EpochColumns): number {
  for (let i = 0; i < train.length; i++)
    if (!Number.isFinite(train[i]!) || !Number.isFinite(validation[i]!)) return i + 1
  return 0
}

/** Of the first value that no other beats. */
function indexOf(values: Float64Array, beats: (value: number, best: number) => boolean): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (beats(values[i]!, values[best]!)) best = i
  return best
}

/** The largest share of inactive units over the layers of one sort; few units say nothing. */
function layersOf(
  { hidden }: JudgedRun,
  wanted: (layer: JudgedRun['hidden'][number]) => boolean,
  inactive: readonly number[] | undefined,
  epochs: Stretch | null,
): Figure {
  if (!inactive || inactive.length !== hidden.length) return of(null)
  const shares = inactive.filter(
    (share, i) => wanted(hidden[i]!) && hidden[i]!.units >= 8 && !Number.isNaN(share),
  )
  return shares.length === 0 ? of(null) : of(Math.max(...shares), epochs)
}

/** First over last weight layer, before training; of an older record after its first epoch. */
function gradientRatio({ start, epochs }: JudgedRun): number | null {
  const gradients = start?.gradients ?? epochs.row(1)?.gradients ?? []
  const [first, last] = [gradients[0], gradients.at(-1)]
  return first === undefined || !last ? null : first / last
}

function gradientOverClip({ experiment, epochs }: JudgedRun, [from, to]: Stretch): number | null {
  const { clipNorm } = experiment.optimizer
  if (clipNorm === null) return null
  const norms = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
    gradientNorm(experiment, epochs.row(from + i)?.gradients ?? []),
  )
  const usual = median(norms.map((norm) => norm ?? Number.NaN))
  return Number.isNaN(usual) ? null : usual / clipNorm
}

/** Of the middle kernel: one that begins at 0, as residual blocks end with, moves by a large part of itself at any rate. */
function updateRatio({ length, update }: EpochColumns, [from, to]: Stretch): number | null {
  const epochs = Math.max(0, Math.min(to, length) - from + 1)
  const typical = median(Float64Array.from({ length: epochs }, (_, i) => update(from + i)))
  return Number.isNaN(typical) ? null : typical
}

/**
 * The largest gradient of an epoch over what was usual before it: a gradient that falls as the loss does is no burst,
 * nor is one that rises again in the end to less than it began with.
 */
function burst({ gradient }: EpochColumns): Figure {
  const most = indexOf(gradient, (size, best) => size > best)
  const usual = most === 0 ? gradient[0]! : Math.max(gradient[0]!, median(gradient.subarray(0, most)))
  return usual > 0 ? of(gradient[most]! / usual, [most + 1, most + 1]) : of(null)
}
