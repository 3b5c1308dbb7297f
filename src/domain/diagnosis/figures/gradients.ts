/** How large gradients and updates are, over the layers and over time. */
import { median } from '../../numbers/median.ts'
import { gradientNorm } from '../clipping.ts'
import type { EpochColumns } from '../epoch-columns.ts'
import type { JudgedRun } from '../judged-run.ts'
import { lastFifth } from '../last-fifth.ts'
import type { Stretch } from '../verdict.ts'
import { type Figure, figure, indexOf } from './figure.ts'
import type { Losses } from './losses.ts'

export function gradientFigures(run: JudgedRun, { tail, tenth }: Losses) {
  const { epochs, experiment } = run
  const last = epochs.length
  const fifth = lastFifth(experiment, last)
  // Of the schedule's last fifth its beginning, where the steps are not small by plan.
  const lastSteps: Stretch =
    experiment.optimizer.schedule === 'constant'
      ? tail
      : [last - fifth + 1, Math.min(last, last - fifth + tail[1] - tail[0] + 1)]
  return {
    'gradient-ratio': figure(gradientRatio(run)),
    'update-ratio-early': figure(updateRatio(epochs, tenth), tenth),
    'update-ratio-late': figure(updateRatio(epochs, lastSteps), lastSteps),
    'gradient-burst': burst(epochs),
    'gradient-over-clip': figure(gradientOverClip(run, tail), tail),
  }
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
  const usual = median(Float64Array.from({ length: epochs }, (_, i) => update(from + i)))
  return Number.isNaN(usual) ? null : usual
}

/**
 * The largest gradient of an epoch over what was usual before it: a gradient that falls as the loss does is no burst,
 * nor is one that rises again in the end to less than it began with.
 */
function burst({ gradient }: EpochColumns): Figure {
  const most = indexOf(gradient, (size, best) => size > best)
  const usual = most === 0 ? gradient[0]! : Math.max(gradient[0]!, median(gradient.subarray(0, most)))
  return usual > 0 ? figure(gradient[most]! / usual, [most + 1, most + 1]) : figure(null)
}
